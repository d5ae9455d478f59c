import { turnSixteen } from '#products/privacy/consents/ages.ts'
import { type Template, templateKinds } from '#products/privacy/consents/kinds.ts'
import { beginPurpose, endPurpose, reword } from '#products/privacy/consents/purposes/queries.ts'
import { settle } from '#products/privacy/consents/settling.ts'
import { templateWords } from '#products/privacy/consents/template-words.ts'
import { hashOf } from '#products/privacy/consents/words.ts'
import { inBatches } from '#products/school/people/adding.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { guardianId, pupilId } from './households.ts'
import type { Part } from './part.ts'
import { demoId, random } from './random.ts'
import { staffId } from './staff.ts'

/** What each school asks, with how many say yes: De Zeester began with the class photo only, De Molen asks less. */
const asks: Partial<Record<Part['organisation']['host'], Partial<Record<Template, number>>>> = {
  vuurtoren: {
    'photo-website': 0.86,
    'photo-social': 0.62,
    'photo-app': 0.95,
    'photo-class': 0.97,
    'contact-list': 0.74,
    medical: 0.96,
    newsletter: 0.7,
  },
  molen: { 'photo-website': 0.88, 'photo-app': 0.95, newsletter: 0.6 },
  zeester: { 'photo-class': 0.96 },
}

const purposeId = (host: string, use: Template) => demoId(`consent/${host}/${use}`)

type Said = { use: Template; pupil: string; person: string; yes: boolean; withdraws?: boolean; over?: boolean }

/** Those who are known by name, one of every kind: who disagree, who still has to answer, who took back. */
const told = (): Said[] => {
  const [mila, zuri, tobi] = [pupilId('yildiz', 'Mila'), pupilId('owusu', 'Zuri'), pupilId('owusu', 'Tobi')]
  const [fenna, deniz] = [guardianId('yildiz', 0, 'vuurtoren'), guardianId('yildiz', 1, 'vuurtoren')]
  const [akosua, kofi] = [guardianId('owusu', 0, 'vuurtoren'), guardianId('owusu', 1, 'vuurtoren')]
  const say = (use: Template, pupil: string, person: string, yes: boolean): Said => ({ use, pupil, person, yes })
  return [
    say('photo-website', mila, fenna, true),
    say('photo-website', mila, deniz, false),
    say('photo-app', mila, fenna, true),
    say('photo-app', mila, deniz, true),
    say('photo-class', mila, deniz, true),
    say('contact-list', mila, fenna, true),
    { ...say('medical', mila, deniz, true), over: true },
    { ...say('medical', mila, deniz, false), withdraws: true },
    say('photo-website', zuri, akosua, true),
    say('photo-website', tobi, akosua, true),
    say('photo-website', tobi, kofi, true),
    say('photo-app', zuri, akosua, true),
    say('photo-app', zuri, kofi, true),
    { ...say('photo-social', zuri, akosua, true), over: true },
    { ...say('photo-social', zuri, akosua, false), withdraws: true },
    say('photo-class', zuri, kofi, true),
    say('photo-class', tobi, kofi, true),
    say('medical', zuri, akosua, true),
    say('medical', tobi, akosua, true),
  ]
}

/** Parents mostly think alike about their child; some do not. */
const agrees = (use: string, tie: { id: string; pupilId: string }, yes: number): boolean => {
  const family = random(`consent/${use}/${tie.pupilId}`).chance(yes)
  return random(`consent/${use}/${tie.id}`).chance(0.04) ? !family : family
}

/** What everybody else answered: most of them, in the app, and who has no account on paper. */
const answered = (part: Part, uses: Partial<Record<Template, number>>): Said[] => {
  const known = new Set(told().map(({ pupil }) => pupil))
  return part.guardianships
    .filter((tie) => tie.authority === 'yes' && !known.has(tie.pupilId))
    .flatMap((tie) => {
      const source = random(`consent/${tie.id}`)
      if (source.chance(0.06)) return []
      return Object.entries(uses).flatMap(([use, yes]): Said[] =>
        source.chance(0.015)
          ? []
          : [
              {
                use: use as Template,
                pupil: tie.pupilId,
                person: part.personOf(tie.guardianId),
                yes: agrees(use, tie, yes),
              },
            ],
      )
    })
}

const write = async (work: Work, part: Part, all: readonly Said[], office: string) => {
  const { organisation, today, schoolYear, signIns } = part
  const signsIn = new Map(signIns.map(({ person, account }) => [person, account.language]))
  const rows = all.map(({ use, pupil, person, yes, withdraws = false, over = false }, at) => {
    const source = random(`consent/${use}/${pupil}/${person}/${at}`)
    const since = addDays(schoolYear.from, 26 + source.below(40))
    const day = withdraws ? addDays(today, -3) : since < today ? since : addDays(today, -9)
    const language = signsIn.get(person) ?? 'nl'
    const shown = templateWords[use][language] ?? templateWords[use].nl
    return {
      id: demoId(`consent-answer/${organisation.host}/${use}/${pupil}/${person}/${yes}`),
      purpose_id: purposeId(organisation.host, use),
      pupil_id: pupil,
      person_id: person,
      number: 1,
      language: signsIn.has(person) ? language : 'nl',
      text_hash: hashOf(shown),
      yes,
      withdraws,
      channel: signsIn.has(person) ? 'app' : source.chance(0.8) ? 'paper' : 'phone',
      given_on: day,
      recorded_by: signsIn.has(person) ? person : office,
      recorded_at: new Date(`${day}T18:40:00Z`),
      ended_at: over ? new Date(`${addDays(today, -3)}T18:40:00Z`) : null,
    }
  })
  await inBatches(rows, (some) => work.db.insertInto('consent_answer').values(some).execute())
}

/**
 * Consents: two parents who disagree about the website, one who still has to answer, one who took medical data back so that
 * the other must confirm, a photo for social media taken back; most others answered, some on paper.
 */
export const writeConsents = async (work: Work, part: Part): Promise<void> => {
  const { host } = part.organisation
  const uses = asks[host]
  if (!uses) return
  const office = part.staff[0]!.id
  const ask = (use: Template, id: string) =>
    beginPurpose(work, { id, use, ...templateKinds[use], words: templateWords[use] })
  for (const use of Object.keys(uses) as Template[]) await ask(use, purposeId(host, use))
  await write(work, part, [...answered(part, uses), ...(host === 'vuurtoren' ? told() : [])], office)
  if (host === 'vuurtoren') {
    work.person = staffId('vuurtoren', 'Wim Postma')
    const press = purposeId(host, 'photo-press')
    await ask('photo-press', press)
    await endPurpose(work, press)
    const { nl, en } = templateWords['photo-class']
    const words = {
      nl: { ...nl, text: `${nl.text} De fotograaf komt in mei.` },
      en: en && { ...en, text: `${en.text} The photographer comes in May.` },
    }
    await reword(work, purposeId(host, 'photo-class'), { words, asksAgain: false, number: 1 })
    work.person = null
  }
  await turnSixteen(work)
  await settle(work, {})
}
