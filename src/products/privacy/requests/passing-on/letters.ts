import { dayLong, type Language, pick } from '#shared/language/index.ts'
import type { PlainLetter } from '#shared/paper/plain-letter.ts'
import { authority } from '../authority.ts'
import { clockOf } from '../clock.ts'
import { passingTexts } from './texts.ts'

type Passed = {
  readonly school: { readonly name: string }
  readonly name: string
  readonly reach: string
  readonly day: string
  readonly text: string
  readonly today: string
}

type Letter = Omit<PlainLetter, 'sender' | 'language'>

/** The letter to the school, with all that was asked and the clock; and the one to who asked, with who answers. */
export const lettersOf = (language: Language, passed: Passed): { school: Letter; person: Letter } => {
  const t = pick(language, passingTexts).letters
  const { school, name, reach, text } = passed
  const day = (at: string) => dayLong(language, at, { year: true })
  const { due, limit } = clockOf(passed.day)
  const line = t.line(day(passed.today))
  return {
    school: {
      title: t.school.title,
      to: school.name,
      line,
      parts: [
        { text: t.school.received(day(passed.day)) },
        { text: t.school.until(day(due), day(limit)) },
        { text: t.school.enter },
        { heading: t.school.who },
        { list: [name, reach] },
        { heading: t.school.what },
        { text },
        { text: t.regards },
      ],
    },
    person: {
      title: t.person.title,
      to: name,
      line,
      parts: [
        { text: t.person.received(day(passed.day), school.name) },
        { text: t.person.until(school.name, day(due)) },
        { text: t.person.complain(authority.name, authority.post, authority.phone) },
        { text: t.regards },
      ],
    },
  }
}
