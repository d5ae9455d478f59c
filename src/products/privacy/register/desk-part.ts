import { type Language, number } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { choiceOf } from '../choices/choices.ts'
import type { DeskPart } from '../desk/part.ts'
import { registerOf } from './register.ts'
import { registerTexts } from './texts.ts'

const evidence = async (work: Work, language: Language) => {
  const { columns } = registerTexts[language]
  const lines = await registerOf(work)
  return {
    columns: [columns.role, columns.controller, columns.name, columns.ground, columns.period],
    rows: lines.map(({ role, controller, name, groundWords, period }) => [
      registerTexts[language].roles[role],
      controller,
      name[language],
      groundWords[language],
      period.map((one) => one[language]).join('; '),
    ]),
  }
}

/** The register on the desk: how much is processed, and whether people know whom to turn to (art. 13(1)(a) and (b) GDPR). */
export const registerPart: DeskPart = {
  order: 50,
  title: { nl: registerTexts.nl.title, en: registerTexts.en.title },
  address: urls.register(),
  norms: ['AVG art. 5, 6, 30', 'Normenkader IBP FO: register van verwerkingen'],
  stands: async ({ work, language }) => {
    const t = registerTexts[language].desk
    const lines = (await registerOf(work)).filter(({ role }) => role === 'controller')
    const contact = (await choiceOf(work, 'contact'))?.value
    const reached = Boolean(contact?.mail && (contact.officerMail || contact.officerPhone))
    return {
      state: reached ? 'fine' : 'act',
      says: reached ? t.says(number(language, lines.length)) : t.missing,
      lines: [
        { title: t.purposes, to: urls.privacyPurposes() },
        { title: t.contact, to: urls.privacyContact() },
      ],
    }
  },
  evidence,
}
