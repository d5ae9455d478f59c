import { fullName } from '../../people/names.ts'
import { calledBy, type Difference, type GuardianPlan, type PlannedTie } from './plan.ts'
import type { FilePupil, GuardianFile } from './read.ts'
import type { GuardianState } from './state.ts'

type Named = { readonly key: string; readonly name: string }
/** Somebody of the file with the children it is about. */
export type PersonLine = Named & {
  readonly children: readonly { readonly name: string; readonly relation: string | null }[]
}
/** What changes, or stays, about somebody: a field of their own, or one of their tie to `child`. */
export type DifferenceLine = Named & { readonly child: string | null; readonly differences: readonly Difference[] }

export type Shown = {
  readonly added: readonly PersonLine[]
  /** New ties of guardians who are here already. */
  readonly tied: readonly PersonLine[]
  readonly changed: readonly DifferenceLine[]
  readonly kept: readonly DifferenceLine[]
  readonly doubts: readonly (PersonLine & {
    readonly person: number
    readonly reason: GuardianPlan['doubts'][number]['reason']
    readonly lines: readonly number[]
    readonly candidates: readonly { readonly id: string; readonly name: string; readonly children: readonly string[] }[]
  })[]
  readonly pupilDoubts: readonly (Named & {
    readonly pupil: number
    readonly candidates: readonly { readonly id: string; readonly name: string; readonly group: string | null }[]
  })[]
  readonly unknown: readonly Named[]
  /** How many new ties do not say who has authority. */
  readonly withoutAuthority: number
}

/** How the file calls a pupil: by name, else by number. */
const nameInFile = ({ givenName, prefix, surname, key }: FilePupil): string =>
  fullName({ givenName: givenName ?? '', prefix, surname: surname ?? '' }) || (key ?? '')

/** A plan with names, for who may see everyone whose identity is not protected. */
export const showPlan = (state: GuardianState, file: GuardianFile, plan: GuardianPlan): Shown => {
  const pupils = new Map(state.pupils.map((pupil) => [pupil.id, pupil]))
  const pupilName = (id: string) => fullName(pupils.get(id)!)
  const personName = (index: number) => {
    const person = plan.file[index]!
    return fullName({ givenName: calledBy(person), prefix: person.prefix, surname: person.surname })
  }
  const adultName = (id: string) =>
    id.startsWith('file-') ? personName(Number(id.slice(5))) : fullName(state.adults.get(id)!)
  const childrenOf = (id: string) =>
    id.startsWith('file-')
      ? childNames(Number(id.slice(5)))
      : state.ties.flatMap((tie) =>
          tie.guardian === id && !tie.ended && !state.hidden.has(tie.pupil) ? [pupilName(tie.pupil)] : [],
        )
  const childNames = (index: number) => [
    ...new Set(plan.file[index]!.entries.map(({ pupil }) => nameInFile(file.pupils[pupil]!))),
  ]
  const tiesOf = (ties: readonly PlannedTie[]) =>
    ties.map(({ pupil, said }) => ({ name: pupilName(pupil), relation: said.relation }))
  const tiesBy = Map.groupBy(plan.ties, ({ person }) => person)
  const lines = plan.people.map(({ person, id }) => ({
    key: String(person),
    name: id === null ? personName(person) : adultName(id),
    id,
    ties: tiesBy.get(person) ?? [],
  }))
  const different = (which: 'changes' | 'kept'): DifferenceLine[] =>
    plan.people.flatMap((one, at) => {
      const { name, key, ties } = lines[at]!
      const own = one.id === null ? [] : one[which]
      return [
        ...(own.length > 0 ? [{ key, name, child: null, differences: own }] : []),
        ...ties
          .filter((tie) => tie.tie !== null && tie[which].length > 0)
          .map((tie) => ({ key: `${key} ${tie.pupil}`, name, child: pupilName(tie.pupil), differences: tie[which] })),
      ]
    })
  return {
    added: lines.filter(({ id }) => id === null).map(({ key, name, ties }) => ({ key, name, children: tiesOf(ties) })),
    tied: lines
      .filter(({ id, ties }) => id !== null && ties.some(({ tie }) => tie === null))
      .map(({ key, name, ties }) => ({ key, name, children: tiesOf(ties.filter(({ tie }) => tie === null)) })),
    changed: different('changes'),
    kept: different('kept'),
    doubts: plan.doubts.map(({ person, reason, candidates }) => ({
      key: String(person),
      person,
      reason,
      name: personName(person),
      children: childNames(person).map((name) => ({ name, relation: null })),
      lines: [...new Set(plan.file[person]!.entries.map(({ line }) => line))],
      candidates: candidates.map((id) => ({ id, name: adultName(id), children: childrenOf(id) })),
    })),
    pupilDoubts: plan.pupilDoubts.map(({ pupil, candidates }) => ({
      key: String(pupil),
      pupil,
      name: nameInFile(file.pupils[pupil]!),
      candidates: candidates.map((id) => ({ id, name: pupilName(id), group: pupils.get(id)!.groups[0] ?? null })),
    })),
    withoutAuthority: plan.ties.filter(
      ({ tie, said }) => tie === null && (said.authority === null || said.authority === 'unknown'),
    ).length,
    unknown: plan.unknown.map((pupil) => ({ key: String(pupil), name: nameInFile(file.pupils[pupil]!) })),
  }
}
