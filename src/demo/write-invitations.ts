import { becomeOne } from '#products/school/invitations/becoming-one.ts'
import { codeOf, hashOfCode } from '#products/school/invitations/code.ts'
import type { Channel } from '#products/school/invitations/issuing.ts'
import { chooseLanguage } from '#products/school/invitations/letter/choice.ts'
import type { LetterLanguage } from '#products/school/invitations/letter/languages.ts'
import { inBatches } from '#products/school/people/adding.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { demoFamilies } from './families.ts'
import { guardianId } from './households.ts'
import type { Origin } from './names.ts'
import type { Part } from './part.ts'
import { demoId, random } from './random.ts'
import { staffId } from './staff.ts'
import type { DemoGuardian } from './types.ts'
import type { MadeAccounts } from './write-people.ts'

const BY = staffId('vuurtoren', 'Wim Postma')
const LASTS: Record<Channel, number> = { letter: 28, mail: 14, link: 14 }
/** Every how many grandparents one has a letter at home. */
const LETTERS = 2

type Sent = {
  readonly person: string
  readonly channel: Channel
  readonly ago: number
  /** After how many days it was used. */
  readonly used?: number
  readonly more?: { mail?: 'refused'; asked_again_at?: Date; parted_at?: Date; parted_by?: string }
}

const daysAgo = (work: Work, days: number) => new Date(work.now.getTime() - days * 86_400_000)

const idOf = ({ person, ago }: Sent) => demoId(`invitation/${person}/${ago}`)

const rowOf = (work: Work, sent: Sent) => {
  const { person, channel, ago, used, more } = sent
  return {
    id: idOf(sent),
    person_id: person,
    code_hash: hashOfCode(codeOf(work, idOf(sent))),
    created_by: BY,
    created_at: daysAgo(work, ago),
    expires_at: daysAgo(work, ago - LASTS[channel]),
    ended_at: used === undefined ? null : daysAgo(work, ago - used),
    accepted: used !== undefined,
    channel,
    mail: channel === 'mail' ? ('sent' as const) : null,
    ...more,
  }
}

/** Everyone who signs in was invited once. The first of them by an account that was not theirs, which was taken away again. */
const accepted = (work: Work, guardians: readonly DemoGuardian[]): Sent[] =>
  guardians.flatMap(({ id: person, email }, place) => {
    const source = random(`invitation/${person}`)
    const channel = email && source.chance(0.7) ? ('mail' as const) : ('letter' as const)
    const own: Sent = { person, channel, ago: 34 + source.below(40), used: 1 + source.below(12) }
    if (place > 0) return [own]
    const parted = { parted_at: daysAgo(work, own.ago + 1), parted_by: BY }
    return [{ ...own, channel: 'letter', ago: own.ago + 8, used: 2, more: parted }, own]
  })

/** Whom school waits for: by mail or on paper, one whose mail came back, and two whose time is over, of whom one asks. */
const open = (work: Work, withMail: readonly DemoGuardian[], onPaper: readonly DemoGuardian[]): Sent[] => {
  const [refused, asks, late, ...others] = withMail.map(({ id }) => id)
  const some = others.slice(0, Math.ceil(others.length / 2))
  return [
    { person: refused!, channel: 'mail', ago: 4, more: { mail: 'refused' } },
    { person: asks!, channel: 'letter', ago: 31, more: { asked_again_at: daysAgo(work, 1) } },
    { person: late!, channel: 'mail', ago: 17 },
    ...some.map((person, place): Sent => ({ person, channel: place % 2 ? 'letter' : 'mail', ago: 4 })),
    ...onPaper
      .filter((_, place) => place % LETTERS === 0)
      .map(({ id: person }): Sent => ({ person, channel: 'letter', ago: 6 })),
  ]
}

const languageOf: Partial<Record<Origin, LetterLanguage>> = {
  turkish: 'tr',
  polish: 'pl',
  ukrainian: 'uk',
  syrian: 'ar',
  eritrean: 'en',
}

/** In which language who was invited reads letters, where it is not Dutch. */
const languages = (): Map<string, LetterLanguage> =>
  new Map(
    demoFamilies().flatMap(({ key, origin }) => {
      const language = languageOf[origin]
      return language ? [0, 1, 2].map((adult) => [guardianId(key, adult, 'vuurtoren'), language] as const) : []
    }),
  )

/**
 * A letter that went home with the wrong child: another parent of the group used it, and is now the parent of both children
 * until the office takes that back.
 */
const takenByAnother = async (
  work: Work,
  { pupils, guardianships, guardians }: Part,
  person: string,
  made: MadeAccounts,
) => {
  const groupOf = new Map(pupils.map(({ id, groupId }) => [id, groupId]))
  const tie = guardianships.find(({ guardianId: id }) => id === person)!
  const there = new Set(
    guardianships
      .filter(({ pupilId, authority }) => authority === 'yes' && groupOf.get(pupilId) === groupOf.get(tie.pupilId))
      .map(({ guardianId: id }) => id),
  )
  const other = guardians.findLast(({ id, accountId }) => accountId && there.has(id))!
  const sent: Sent = { person, channel: 'letter', ago: 6, used: 4 }
  await work.db.insertInto('invitation').values(rowOf(work, sent)).execute()
  await becomeOne(
    work,
    { id: idOf(sent), person, name: '', staff: false, guardian: true },
    other.id,
    made.get(other.accountId!)!,
  )
}

/** Who of De Vuurtoren's guardians was invited, how, and what came of it: each case of the office's overview. */
export const writeInvitations = async (work: Work, part: Part, made: MadeAccounts): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  const hidden = new Set(part.pupils.filter((one) => one.protectedIdentity).map(({ id }) => id))
  const reached = new Set(
    part.guardianships.filter((tie) => tie.mayBeContacted && !hidden.has(tie.pupilId)).map((tie) => tie.guardianId),
  )
  const guardians = part.guardians.filter(({ id }) => reached.has(id))
  const without = guardians.filter(({ accountId }) => !accountId)
  const withMail = without.filter(({ email }) => email)
  const [taken] = withMail.slice(-1)
  const sent = [
    ...accepted(
      work,
      guardians.filter(({ accountId }) => accountId),
    ),
    ...open(
      work,
      withMail.slice(0, -1),
      without.filter(({ email }) => !email),
    ),
  ]
  await inBatches(
    sent.map((one) => rowOf(work, one)),
    (some) => work.db.insertInto('invitation').values(some).execute(),
  )
  const reads = languages()
  for (const { person, used } of sent) {
    const language = reads.get(person)
    if (used === undefined && language) await chooseLanguage(work, person, language)
  }
  await takenByAnother(work, part, taken!.id, made)
}
