import { z } from 'zod'
import { languages } from '#shared/language/index.ts'
import type { SiteLogo } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { checkHue, type MarkName, type Theme } from '#shared/ui/index.ts'
import type { SettingStore } from '../changes.ts'
import type { Tell } from '../changes-view.tsx'
import { removeOtherLogos } from './logo.ts'
import type { LookTexts } from './texts.ts'

/** The marks a school may take; each has a scene. */
export const schoolMarks = ['lighthouse', 'mill', 'star', 'square'] as const satisfies readonly MarkName[]

export type Look = {
  readonly name: string
  readonly mark: (typeof schoolMarks)[number]
  readonly hue: number
  readonly chroma: number
  readonly language: (typeof languages)[number]
  readonly logo: SiteLogo | null
}

/** What cannot be seen in a name and changes how it is read: controls, and marks that turn the direction. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu

const number = (pattern: RegExp, problem: string) =>
  z
    .string(problem)
    .regex(pattern, problem)
    .transform((text) => Number(text.replace(',', '.')))

/** The form of this page. Strength is typed in hundredths: 9.5 is a chroma of 0.095. */
export const lookForm = z
  .object({
    name: z
      .string('name')
      .transform((text) => text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim())
      .refine((text) => /[\p{L}\p{N}]/u.test(text), 'name')
      .refine((text) => text.length <= 120, 'long'),
    mark: z.enum(schoolMarks, 'choose'),
    hue: number(/^\d{1,3}$/, 'not-a-hue'),
    chroma: number(/^\d{1,2}([.,]\d)?$/, 'not-a-chroma').transform((strength) => Math.round(strength * 10) / 1000),
    language: z.enum(languages, 'choose'),
  })
  .superRefine((colour, context) => {
    const problem = checkHue(colour)
    if (problem)
      context.addIssue({ code: 'custom', path: [problem === 'not-a-chroma' ? 'chroma' : 'hue'], message: problem })
  })

/** The fields of the form for a look. */
export const fieldsOf = ({ name, mark, hue, chroma, language }: Look) => ({
  name,
  mark,
  language,
  ...colourFields({ hue, chroma }),
})

export const colourFields = ({ hue, chroma }: Theme) => ({
  hue: String(hue),
  chroma: String(Math.round(chroma * 1000) / 10),
})

/** How the organisation shows itself; every process reads it anew when it changes. */
export const lookStore: SettingStore<Look> = {
  name: 'look',
  topics: ['sites'],
  read: async (work: Work) =>
    (await work.db
      .selectFrom('organisation')
      .select(['name', 'mark', 'hue', 'chroma', 'language', 'logo'])
      .where('id', '=', work.organisation)
      .executeTakeFirstOrThrow()) as unknown as Look,
  write: async (work, look, before) => {
    const logo = look.logo && JSON.stringify(look.logo)
    await work.db
      .updateTable('organisation')
      .set({ ...look, logo })
      .where('id', '=', work.organisation)
      .execute()
    await removeOtherLogos(work, [look.logo, before.logo])
  },
}

/** The differences of two looks, in words. */
export const tellLook =
  (t: LookTexts): Tell<Look> =>
  (before, after) => [
    ...(before.name === after.name ? [] : [t.told.name(before.name, after.name)]),
    ...(before.mark === after.mark ? [] : [t.told.mark(t.marks[before.mark], t.marks[after.mark])]),
    ...(before.hue === after.hue && before.chroma === after.chroma
      ? []
      : [t.told.colour(colourFields(before), colourFields(after))]),
    ...(before.language === after.language
      ? []
      : [t.told.language(t.languages[before.language], t.languages[after.language])]),
    ...(before.logo?.id === after.logo?.id ? [] : [after.logo ? t.told.logo : t.told.noLogo]),
  ]
