import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone, rule, signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { readCookie } from '../cookie.ts'
import { isKnownDevice } from '../device.ts'
import { factorsOf, needsSecondFactor } from '../factors.ts'
import type { Me } from '../me.ts'
import { connectionOf } from '../microsoft/connection.ts'
import { ownPath } from '../own-path.ts'
import type { Began } from '../session.ts'
import { begin, enter, type IdentityParts, type Owner, ownerOf } from '../sign-in.ts'
import { signInPage } from '../sign-in-page.tsx'
import { type Hop, newHop, type OtherSchool, otherSchools, useHop } from './hop.ts'
import { type HopTexts, hopTexts } from './texts.ts'
import { Arrived, OtherSchools } from './views.tsx'

/** Whose account is somebody at another organisation too. */
const isElsewhere = rule(
  { nl: 'wie ook bij een andere school hoort', en: 'who belongs to another school too' },
  (me) => me.elsewhere,
)

/** The origin of another organisation's host: scheme and port are those of the visit. */
const originOf = (visit: Visit, { host }: OtherSchool): string => {
  const { port } = new URL(visit.request.url)
  return `${visit.secure ? 'https' : 'http'}://${host}${port ? `:${port}` : ''}`
}

const listPage = async (visit: Visit<string, Me>): Promise<Response> => {
  const t = pick(visit.language, hopTexts)
  const schools = await otherSchools(visit.work, visit.me)
  const formsTo = schools.map((school) => originOf(visit, school))
  return visit.page({ title: t.title, formsTo }, <OtherSchools t={t} schools={schools} />)
}

/**
 * How somebody is here who came from there. One organisation's Microsoft proves nothing to another: it carries over only
 * where the tenant is the same, and its second factor only where that is trusted; else it must have been the own way.
 */
const carriedOver = async (visit: Visit, hop: Hop): Promise<Began | null> => {
  if (!hop.through) return hop
  const connection = await connectionOf(visit.work)
  if (visit.site.microsoft !== 'off' && connection?.tenant === hop.through.tenant) {
    return { ...hop, through: { ...hop.through, strong: hop.through.strong && connection.trustsMfa } }
  }
  return hop.confirmedAt ? { ...hop, through: null } : null
}

/** Sends on to another of the account's schools, to a page there when one is named. */
const go = async (visit: Visit<string, Me>, organisation: string, next: string | undefined): Promise<Response> => {
  const to = (await otherSchools(visit.work, visit.me)).find(({ id }) => id === organisation)
  if (!to) return visit.notFound()
  const token = await newHop(visit.work, visit.me, to)
  return visit.seeOther(originOf(visit, to) + urls.arriveFrom({ token }, { next }))
}

/** A link of ours, not one on a page of somebody else. */
const isOurs = ({ headers }: Request): boolean => ['same-origin', 'none', null].includes(headers.get('sec-fetch-site'))

const arrive = async (visit: Visit, owner: Owner, began: Began, strong: boolean): Promise<Response> => {
  const { work, site } = visit
  const factors = await factorsOf(work, owner.account, site.host)
  if (!strong && !began.through?.strong && needsSecondFactor(factors, owner)) {
    await begin(visit, owner, { strong: false, pending: true, began })
    return visit.seeOther(urls.secondFactor())
  }
  const known = await isKnownDevice(work, owner.account, readCookie(visit.request.headers, visit.secure, 'device'))
  const asked = ownPath(visit.query.get('next'))
  const next = asked ?? (factors.passkeysHere > 0 || known ? urls.home() : urls.arrived())
  return enter(visit, owner, { strong, next, began })
}

const refusal = (visit: Visit, say: (t: HopTexts) => string): Response =>
  signInPage(visit, 422, { next: undefined, problem: say(pick(visit.language, hopTexts)) })

/** Going from one school to another with the same account, without signing in again. */
export const hopRoutes = (parts: IdentityParts): Module =>
  new Module('hop', { nl: 'Naar je andere school', en: 'To your other school' }, { staysOpen: 'always' })
    .place({
      order: 95,
      address: urls.otherSchools(),
      word: { nl: hopTexts.nl.place, en: hopTexts.en.place },
      icon: 'school',
      rule: isElsewhere,
      railOnly: true,
    })
    .get(urls.otherSchools, signedIn, listPage)
    .post(urls.otherSchools, signedIn, async (visit) => {
      const form = visit.form(z.object({ organisation: z.uuid() }))
      return form.ok ? go(visit, form.value.organisation, undefined) : visit.notFound()
    })
    .get(urls.goElsewhere, signedIn, async (visit) =>
      isOurs(visit.request)
        ? go(visit, visit.query.get('to') ?? '', ownPath(visit.query.get('next')))
        : visit.notFound(),
    )
    .get(urls.arriveFrom, anyone, async (visit) => {
      const hop = await useHop(visit.work, visit.params.token)
      if (!hop) return refusal(visit, (t) => t.expired)
      if (visit.me && visit.me.account !== hop.account) return refusal(visit, (t) => t.someoneElse)
      const owner = await ownerOf(parts, visit.work, hop.account)
      if (!owner) return refusal(visit, (t) => t.notHere)
      const began = await carriedOver(visit, hop)
      return began ? arrive(visit, owner, began, hop.strong) : refusal(visit, (t) => t.ownWay)
    })
    .get(urls.arrived, signedIn, (visit) => {
      const t = pick(visit.language, hopTexts)
      return visit.page({ title: t.arrivedTitle(visit.site.name), bare: true }, <Arrived t={t} site={visit.site} />)
    })
