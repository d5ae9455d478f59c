import type { Kind } from '#shared/vault/declaration.ts'

/** The procedure, in its order (PROMISES P71): none can be skipped, and the table holds to it too. */
export const steps = ['identify', 'contain', 'solve', 'test', 'apply', 'restore', 'evaluate', 'close'] as const
export type Step = (typeof steps)[number]

/** What was done to the data (PROMISES P72). */
export const natures = ['read', 'copied', 'changed', 'deleted', 'stolen'] as const
export type Nature = (typeof natures)[number]

/** After these something has to be put back. */
export const lossy: readonly Nature[] = ['changed', 'deleted']

/** Where it came from: that decides who reports (PROMISES P73). */
export const causes = ['system', 'processor', 'user', 'outside'] as const
export type Cause = (typeof causes)[number]

/** The risk for people: none likely (no report), some (the authority), high (the people too); art. 33 and 34 GDPR. */
export const risks = ['none', 'some', 'high'] as const
export type Risk = (typeof risks)[number]

export const groups = ['pupils', 'guardians', 'staff', 'others'] as const
export type Group = (typeof groups)[number]

/** Kinds of data, those that are named apart first: special, access, financial, results (PROMISES P72). */
export const dataKinds = [
  'health',
  'credential',
  'financial',
  'results',
  'ordinary',
  'contact',
  'image',
  'family',
  'activity',
] as const satisfies readonly Kind[]
export type DataKind = (typeof dataKinds)[number]

/** Who may have to be told. */
export const told = ['school', 'authority', 'people'] as const
export type Whom = (typeof told)[number]

/** The six items of which the school is told (PROMISES P72; standards: processing agreement, art. 33(3) GDPR). */
export const items = ['characteristics', 'cause', 'measures', 'affected', 'size', 'kinds'] as const
export type Item = (typeof items)[number]
