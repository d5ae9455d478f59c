import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Privacy',
  title: 'Privacy op school',
  text: 'Wat nu aandacht vraagt, en wat er bewezen is.',
  states: { act: 'Nu doen', waits: 'Loopt', fine: 'In orde' },
  more: 'Bekijk alles',
}

const en: Texts<typeof nl> = {
  place: 'Privacy',
  title: 'Privacy at school',
  text: 'What needs attention now, and what is proved.',
  states: { act: 'Act now', waits: 'In progress', fine: 'In order' },
  more: 'See everything',
}

export type DeskTexts = Texts<typeof nl>
export const deskTexts: { nl: DeskTexts; en: DeskTexts } = { nl, en }
