import { choose } from '#products/privacy/choices/choices.ts'
import { publishStatement } from '#products/privacy/statement/queries.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { noteVerification } from '#shared/audit/verification.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf } from './calendar.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { staffId } from './staff.ts'

const PLACE = 'demo world'

/** Whom people turn to, of which nothing is real. */
const contactOf = ({ host, address: { street, number, postcode, place } }: Part['organisation']) => ({
  controller: '',
  address: `${street} ${number}, ${postcode} ${place}`,
  mail: `privacy@${host}.example`,
  phone: '',
  officer: '',
  officerMail: host === 'vuurtoren' || host === 'zeester' ? 'fg@kompas.example' : `fg@${host}.example`,
  officerPhone: '',
  storage: 'Nederland',
})

/** The privacy officer fills in whom people turn to, and what goes to the municipality; the second time people are told. */
const choices = async (work: Work, { organisation }: Part): Promise<void> => {
  work.person = staffId(organisation.host, 'Roos Tuinstra')
  await choose(work, 'contact', {
    value: { ...contactOf(organisation), officer: 'Roos Tuinstra' },
    reason: 'De gids van school is vernieuwd.',
    seen: 0,
  })
  const attendance = { ground: 'legal-obligation', recipients: 'de leerplichtambtenaar van de gemeente' } as const
  await choose(work, 'attendance', { value: attendance, reason: 'Afspraak met de gemeente van dit jaar.', seen: 0 })
}

/**
 * The privacy statements: one version everywhere, at De Vuurtoren a second one since nine days, which a father has yet to read; and the
 * log as it was verified last night.
 */
export const writePrivacy = async (ground: Ground, part: Part): Promise<void> => {
  const { organisation, today, schoolYear } = part
  const at = (day: string, time: string, run: (work: Work) => Promise<unknown>) =>
    asSystem({ ...ground, now: () => new Date(momentOf(day, time)) }, organisation.id, PLACE, run)
  const first = schoolYear.from > today ? today : schoolYear.from
  // De Zeester has it still to do: its desk says so.
  if (organisation.host !== 'vuurtoren' && organisation.host !== 'zeester')
    await at(first, '04:10', (work) =>
      choose(work, 'contact', {
        value: contactOf(organisation),
        reason: 'De privacyverklaring moet zeggen wie je bereikt.',
        seen: 0,
      }),
    )
  await at(first, '04:20', publishStatement)
  if (organisation.host === 'vuurtoren')
    await at(addDays(today, -9), '16:05', async (work) => {
      const father = guardianId('terlouw', 1, 'vuurtoren')
      await work.db
        .insertInto('privacy_statement_seen')
        .values({ person_id: father, number: 1, seen_at: work.now })
        .execute()
      await choices(work, part)
      await publishStatement(work)
    })
  await at(today, '03:50', async (work) => {
    await chainWaiting(work)
    await noteVerification(work)
  })
}
