import { z } from 'zod'
import { namesWithRoleToday } from '#products/school/index.ts'
import { optionalText, type Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { colleagueRoles, team } from '../rules.ts'
import { roundTopic } from '../telling.ts'
import { GroupPage } from './group-view.tsx'
import { findRoundGroup } from './queries.ts'
import { addColleague, removeColleague } from './staffing.ts'
import { roundTexts } from './texts.ts'

type GroupVisit = Visit<string, Me>
type Found = NonNullable<Awaited<ReturnType<typeof findRoundGroup>>>

/** Whom of the team one can ask. */
export const colleaguesOf = (work: Work) => namesWithRoleToday(work, colleagueRoles)

type Said = { readonly typed?: Typed; readonly problems?: Readonly<Record<string, string>>; readonly said?: string }

const groupPage = async (visit: GroupVisit, found: Found, { typed = {}, problems = {}, said }: Said = {}) => {
  const t = pick(visit.language, roundTexts)
  return visit.page(
    {
      title: t.groupTitle(found.group.name),
      bare: true,
      ...(Object.keys(problems).length > 0 ? { status: 422 } : {}),
    },
    <GroupPage
      t={t}
      language={visit.language}
      {...found}
      colleagues={await colleaguesOf(visit.work)}
      now={visit.work.now}
      said={said ?? null}
      typed={typed}
      problems={problems}
    />,
  )
}

const isLink = (text: string | null) => text === null || (/^https:\/\/[^\s"<>]+$/.test(text) && URL.canParse(text))

const placeForm = z.object({
  room: optionalText(60, 'room'),
  link: optionalText(500, 'link').refine(isLink, 'link'),
})

const storePlace = async (work: Work, round: string, group: string, place: z.output<typeof placeForm>) => {
  await work.db
    .insertInto('conversation_place')
    .values({ round_id: round, group_id: group, room: place.room, video_url: place.link })
    .onConflict((same) =>
      same
        .columns(['organisation_id', 'round_id', 'group_id'])
        .doUpdateSet(({ ref }) => ({ room: ref('excluded.room'), video_url: ref('excluded.video_url') })),
    )
    .execute()
  await work.audit('changed-conversation-place', round)
  await work.notify(roundTopic(round))
}

/** What is set for all conversations of a group: the room, the link, and who of the team sits there. */
export const groupRoutes = (module: Module): Module =>
  module
    .get(urls.conversationGroup, team, async (visit) => {
      const { round, group } = visit.params
      const found = await findRoundGroup(visit.work, visit.me, round, group)
      if (!found) return visit.notFound()
      const t = pick(visit.language, roundTexts)
      const [some, all] = (visit.query.get('sits') ?? '').split('-').map(Number)
      return groupPage(visit, found, all ? { said: t.colleagueAdded(some ?? 0, all) } : {})
    })
    .post(urls.conversationGroup, team, async (visit) => {
      const { round, group } = visit.params
      const found = await findRoundGroup(visit.work, visit.me, round, group)
      if (!found) return visit.notFound()
      const form = visit.form(placeForm)
      const t = pick(visit.language, roundTexts).problems
      if (!form.ok) {
        const { room, link } = form.problems
        const problems = { ...(room ? { room: t.room } : {}), ...(link ? { link: t.link } : {}) }
        return groupPage(visit, found, { typed: form.typed, problems })
      }
      await storePlace(visit.work, round, group, form.value)
      return visit.seeOther(urls.conversationRound({ round }))
    })
    .post(urls.conversationSeats, team, async (visit) => {
      const { work, me, typed, params } = visit
      const { round, group } = params
      const found = await findRoundGroup(work, me, round, group)
      if (!found) return visit.notFound()
      const t = pick(visit.language, roundTexts).problems
      const coming = found.group.slots.filter(({ starts }) => starts > work.now)
      if (typeof typed.out === 'string') {
        if (!(await removeColleague(work, round, coming, typed.out)))
          return groupPage(visit, found, { problems: { out: pick(visit.language, roundTexts).outAlone } })
        return visit.seeOther(urls.conversationGroup({ round, group }))
      }
      const slots = coming.filter(({ id, starts }) => [id, dayOf(starts), 'all'].includes(typed.when as string))
      const colleague = (await colleaguesOf(work)).find(({ id }) => id === typed.colleague)
      if (!colleague || slots.length === 0)
        return groupPage(visit, found, { typed, problems: { colleague: t.colleague } })
      const some = await addColleague(work, round, slots, colleague.id)
      return visit.seeOther(urls.conversationGroup({ round, group }, { sits: `${some}-${slots.length}` }))
    })
