import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { childrenOf } from '../people/guardians-of.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { placeOf } from '../pupils/placing.ts'
import { moveOf } from './sending.ts'

/** A move of one of my children, with what would go along and what I said. */
export type MyMove = NonNullable<Awaited<ReturnType<typeof myMove>>>

const underWay = prepared(({ db }, { guardian, today }: { guardian: string; today: string }) =>
  db
    .selectFrom('pupil_move')
    .innerJoin('person', 'person.id', 'pupil_move.pupil_id')
    .innerJoin('organisation', 'organisation.id', 'pupil_move.to_organisation')
    .select(['pupil_move.id as move', 'person.id', 'person.record', 'organisation.name as school'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('pupil_move_answer as said')
          .select('said.move_id')
          .whereRef('said.move_id', '=', 'pupil_move.id')
          .where('said.guardian_id', '=', guardian),
      ).as('answered'),
    )
    .where('pupil_move.ended_at', 'is', null)
    .where('pupil_move.pupil_id', 'in', childrenOf({ db, today }, guardian)),
)

/** The moves of my children that are under way; `open` for those I have not answered. */
export const myMoves = async (work: Work, me: Me) => {
  const rows = await underWay(work, { guardian: me.id, today: work.today })
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })
  return opened.map(({ move, record, school, answered }) => ({
    id: move,
    child: record.givenName,
    school,
    answered: Boolean(answered),
  }))
}

/** One of them in full, when it is about a child I have a say about. */
export const myMove = async (work: Work, me: Me, id: string) => {
  const rows = await work.db
    .selectFrom('pupil_move')
    .innerJoin('person', 'person.id', 'pupil_move.pupil_id')
    .select(['person.id', 'person.record'])
    .where('pupil_move.id', '=', id)
    .where('pupil_move.ended_at', 'is', null)
    .where('pupil_move.pupil_id', 'in', childrenOf(work, me.id))
    .execute()
  const [row] = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'birthDate'),
  })
  const move = row && (await moveOf(work, row.id))
  const mine = move?.asked.find((one) => one.id === me.id)
  if (!row || !move || !mine) return null
  const own = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', me.id).execute()
  const [self] = await work.open(own, { record: reading(personRecord, 'id', 'email', 'phone') })
  return {
    id,
    pupil: row.id,
    givenName: row.record.givenName,
    name: fullName(row.record),
    birthDate: row.record.birthDate,
    year: (await placeOf(work, row.id))?.year ?? null,
    to: move.to,
    lastDay: move.lastDay,
    mine,
    contact: self?.record ?? { email: null, phone: null },
  }
}
