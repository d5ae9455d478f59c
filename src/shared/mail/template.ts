import type { Language } from '#shared/language/index.ts'
import { type Letter, letterHtml, letterText } from './layout.tsx'

declare const written: unique symbol

/** A mail that a template made; nothing else can be sent. */
export interface WrittenMail {
  readonly [written]: true
  /** The name before the address: the organisation that writes. */
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Leads to one list and one reader, by a token that tells neither. */
  readonly unsubscribe?: URL
}

/** `Subject` when it is one literal text; a `Record` of any wider type of string has no required key. */
type Literal<Subject extends string> =
  Record<never, never> extends Record<Subject, 1> ? 'no values in a subject' : Subject

interface Wording<Subject extends string, Values> {
  subject: Subject & Literal<Subject>
  letter: (values: Values) => Letter
}

/** How one kind of mail is written for one organisation and reader. `unsubscribe` is for lists, never for service mail. */
export type WriteMail<Values> = (
  reader: { language: Language; organisation: string; unsubscribe?: URL },
  values: Values,
) => WrittenMail

/**
 * Declares a kind of mail, in every language. Its subjects are literal texts, known before there is anyone to write to:
 * a subject with a value in it does not compile, since subjects stand in logs, on locked phones and on other people's
 * servers. The letter says that there is something to read and where, not what it is.
 */
export const mailTemplate =
  <const Nl extends string, const En extends string, Values>(wordings: {
    nl: Wording<Nl, Values>
    en: Wording<En, Values>
  }): WriteMail<Values> =>
  ({ language, organisation, unsubscribe }, values) => {
    const { subject, letter } = wordings[language]
    const content = { language, organisation, subject, letter: letter(values), unsubscribe }
    return {
      sender: organisation,
      subject,
      text: letterText(content),
      html: letterHtml(content),
      ...(unsubscribe && { unsubscribe }),
    } as unknown as WrittenMail
  }
