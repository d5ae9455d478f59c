import { z } from 'zod'
import { isMailAddress } from '#shared/mail/address.ts'

/** The kinds of field that a form can have. */
export const fieldTypes = ['text', 'area', 'mail', 'phone', 'number', 'date', 'choice', 'several', 'check'] as const
export type FieldType = (typeof fieldTypes)[number]

/** One question of a form, as the school typed it. `id` stays when its words change. */
export type FormField = {
  readonly id: string
  readonly type: FieldType
  readonly label: string
  readonly help: string
  readonly required: boolean
  /** What can be chosen, of `choice` and `several`. */
  readonly options: readonly string[]
}

/** What somebody answered: with the words of the question as they stood then, so that both are read together for ever. */
export type Answer = {
  readonly field: string
  readonly type: FieldType
  readonly label: string
  /** Of `several` one line for each. */
  readonly value: string
}

/** How long an answer may be. */
export const longest: Readonly<Record<FieldType, number>> = {
  text: 200,
  area: 5000,
  mail: 254,
  phone: 20,
  number: 20,
  date: 10,
  choice: 120,
  several: 2500,
  check: 3,
}

/** The name of a field in the posted form. */
export const inputName = (field: Pick<FormField, 'id'>): string => `a-${field.id}`

export type AnswerProblem = 'empty' | 'long' | FieldType

const hasShape: Readonly<Record<FieldType, (value: string, field: FormField) => boolean>> = {
  text: () => true,
  area: () => true,
  mail: (value) => isMailAddress(value),
  phone: (value) => /^\+?[\d ()/-]{6,20}$/.test(value),
  number: (value) => /^-?\d{1,12}([.,]\d{1,4})?$/.test(value),
  date: (value) => z.iso.date().safeParse(value).success,
  choice: (value, { options }) => options.includes(value),
  several: (value, { options }) => value.split('\n').every((one) => options.includes(one)),
  check: (value) => value === 'yes',
}

/** What was answered to one question; the code of what is wrong otherwise. */
export const answerTo = (
  field: FormField,
  typed: string | readonly string[] | undefined,
): { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: AnswerProblem } => {
  const value = [typed ?? []].flat().filter(Boolean).join('\n')
  if (value === '') {
    if (field.required) return { ok: false, problem: 'empty' }
  } else {
    if (value.length > longest[field.type]) return { ok: false, problem: 'long' }
    if (!hasShape[field.type](value, field)) return { ok: false, problem: field.type }
  }
  return { ok: true, answer: { field: field.id, type: field.type, label: field.label, value } }
}
