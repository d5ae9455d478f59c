import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Je telefoonnummer',
  back: 'Ik',
  phone: 'Telefoon',
  hint: (school: string) => `Dit geldt voor ${school}. Bij een andere school verander je het daar.`,
  readers: 'Dit lezen de administratie en directie. De leerkracht ziet het alleen om je te bellen over je kind.',
  save: 'Gebruik dit nummer',
  stored: 'School heeft je nummer.',
  problem: 'Dit is geen telefoonnummer. Gebruik cijfers, spaties en een plus.',
}

const en: Texts<typeof nl> = {
  title: 'Your phone number',
  back: 'Me',
  phone: 'Telephone',
  hint: (school) => `This is for ${school}. At another school you change it there.`,
  readers: 'The office and the principal read this. The teacher sees it only to call you about your child.',
  save: 'Use this number',
  stored: 'School has your number.',
  problem: 'This is no telephone number. Use digits, spaces and a plus.',
}

export type OwnDetailsTexts = Texts<typeof nl>
export const ownDetailsTexts: { nl: OwnDetailsTexts; en: OwnDetailsTexts } = { nl, en }
