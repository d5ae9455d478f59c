import type { FamilyPlan } from './family-plan.ts'
import type { Role } from './kinds.ts'
import { adultName, grandparentName, isPatronym, originNear, splitSurname, surname, takesName } from './names.ts'
import type { Random } from './random.ts'

type Name = { givenName: string; familyName: string }

/**
 * The name of a family's adult: the one in its plan, or an invented one. Women carry their own name, their husband's,
 * or both joined.
 *
 * @param taken Given names that the family's other adults have.
 */
export function nameOfAdult(
  { origin, kind, surname: family, children, adults }: FamilyPlan,
  adult: number,
  role: Role,
  taken: Set<string>,
  source: Random,
): Name {
  const known = adults[adult]
  if (known) return { givenName: known.slice(0, known.indexOf(' ')), familyName: known.slice(known.indexOf(' ') + 1) }

  const isFather = role.relation === 'father'
  const alone = kind === 'single' || kind === 'singleWithGrandparent' || (kind === 'mothers' && adult === 0)
  const mixed = !isFather && !alone && source.chance(0.15)
  const own = mixed ? originNear(children[0]!.host, source) : origin
  const old = role.relation === 'grandparent'
  const pick = () => (old && own === 'dutch' ? grandparentName(role.sex, source) : adultName(own, role.sex, source))
  let givenName = pick()
  while (taken.has(givenName)) givenName = pick()

  if (isPatronym(origin) && isFather) return { givenName: family.men, familyName: adultName(origin, 'man', source) }
  if (isFather && !(kind === 'fathers' && adult === 1)) return { givenName, familyName: family.men }
  if (alone && role.relation === 'mother') return { givenName, familyName: family.women }

  const maiden = surname(own, source)
  const name = role.sex === 'woman' ? maiden.women : maiden.men
  if (role.sex === 'man' || old || role.relation === 'foster-parent' || isPatronym(own) || isPatronym(origin))
    return { givenName, familyName: name }
  const chance = source.number()
  if (chance < takesName(own)) return { givenName, familyName: family.women }
  const joins = origin === 'dutch' && own === 'dutch' && chance < takesName(own) + 0.2 && !splitSurname(name).prefix
  return { givenName, familyName: joins && name !== family.men ? `${family.men}-${name}` : name }
}
