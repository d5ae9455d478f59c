import type { Relation } from './types.ts'

/** An adult's place in a family. */
export type Role = {
  sex: 'woman' | 'man'
  relation: Relation
  /** Adults with the same number share an address. */
  home: number
  authority: 'yes' | 'no' | 'unknown'
  livesWith: boolean
  mayBeContacted: boolean
  mayCollect: boolean
  informationOnly: boolean
  signsIn: boolean
}

const mother: Role = {
  sex: 'woman',
  relation: 'mother',
  home: 0,
  authority: 'yes',
  livesWith: true,
  mayBeContacted: true,
  mayCollect: true,
  informationOnly: false,
  signsIn: true,
}
const father: Role = { ...mother, sex: 'man', relation: 'father' }
const elsewhere = { home: 1, livesWith: false }
const outside = { authority: 'no', mayBeContacted: false, mayCollect: false } as const
const step: Role = { ...mother, sex: 'man', relation: 'step-parent', authority: 'no' }

/** Keeps the children when the parents cannot; on the school's list to be called, not in the portal. */
const grandparent: Role = {
  ...mother,
  relation: 'grandparent',
  authority: 'no',
  home: 3,
  livesWith: false,
  signsIn: false,
}

/** Who belongs to a family, first the one who is called first. */
export const familyKinds = {
  together: [mother, father],
  mothers: [mother, mother],
  fathers: [father, father],
  /** Parted, and the children live in both homes. */
  coParents: [mother, { ...father, home: 1 }],
  apart: [mother, { ...father, ...elsewhere }],
  apartFather: [father, { ...mother, ...elsewhere }],
  step: [mother, { ...father, ...elsewhere }, step],
  single: [mother],
  singleFather: [father],
  withGrandparent: [mother, father, grandparent],
  singleWithGrandparent: [mother, grandparent],
  /** A grandparent who has the authority. */
  grandparent: [{ ...grandparent, authority: 'yes', livesWith: true, signsIn: true }],
  /** Foster parents care, a parent kept the authority. */
  foster: [
    { ...mother, relation: 'foster-parent', authority: 'no' },
    { ...father, relation: 'foster-parent', authority: 'no' },
    { ...mother, ...elsewhere, mayCollect: false },
  ],
  /** Art. 1:377c BW: no authority, information only on request. */
  informationOnly: [mother, { ...father, ...elsewhere, ...outside, informationOnly: true }],
  informationOnlyMother: [father, { ...mother, ...elsewhere, ...outside, informationOnly: true }],
  /** The school has not seen yet who has the authority. */
  unknown: [mother, { ...father, ...elsewhere, authority: 'unknown', mayCollect: false }],
} satisfies Record<string, Role[]>

export type FamilyKind = keyof typeof familyKinds

/** Of a thousand families. */
export const kindWeights: readonly (readonly [FamilyKind, number])[] = [
  ['together', 470],
  ['withGrandparent', 190],
  ['coParents', 110],
  ['apart', 60],
  ['apartFather', 15],
  ['step', 55],
  ['single', 45],
  ['singleFather', 12],
  ['singleWithGrandparent', 20],
  ['mothers', 12],
  ['fathers', 5],
  ['grandparent', 6],
  ['foster', 7],
  ['informationOnly', 5],
  ['unknown', 8],
]
