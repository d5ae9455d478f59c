import { dayIn, directionOf, type LetterLanguage } from '#products/school/index.ts'
import { capital, dayLong, type Language, listOf, number } from '#shared/language/index.ts'
import type { LetterPart, OneLetter } from '#shared/paper/plain-letter.ts'
import { items } from '../kinds.ts'
import { titleOf } from '../register-view.tsx'
import { incidentTexts } from '../texts.ts'
import type { About } from './form-sections.ts'
import { peopleTexts } from './people-texts.ts'
import { readyTexts } from './texts.ts'

/** The six items in words, each under its name (PROMISES P72). */
export const sixItemsIn = ({ language, incident }: Pick<About, 'language' | 'incident'>) => {
  const { facts: f, items: t } = incidentTexts[language]
  const { words, natures, cause, people, groupSize, kinds, foundAt } = incident
  const named = (some: readonly string[]) =>
    some.length > 0
      ? `${capital(
          listOf(
            language,
            some.map((one) => one.toLowerCase()),
          ),
        )}.`
      : ''
  const said: Readonly<Record<(typeof items)[number], readonly string[]>> = {
    characteristics: [
      words.summary || words.saw,
      named(natures.map((one) => f.nature[one])),
      readyTexts[language].letter.since(dayLong(language, foundAt, { year: true })),
    ],
    cause: [cause ? `${f.causes[cause]}.` : '', words.cause],
    measures: [words.measures],
    affected: [named(people.map((one) => f.groups[one])), words.extent],
    size: [groupSize === null ? '' : number(language, groupSize)],
    kinds: [named(kinds.map((one) => f.kind[one]))],
  }
  return items.map((item) => ({
    heading: t.names[item],
    text: said[item].filter(Boolean).join('\n') || t.unknown,
  }))
}

/** The letter that tells the school or board. */
export const schoolLetter = (about: About, today: Date): OneLetter => {
  const t = readyTexts[about.language]
  return {
    title: about.incident.rehearsal ? `${t.rehearsal}: ${t.letter.title}` : t.letter.title,
    to: t.letter.to,
    line: t.letter.line(about.organisation.name, dayLong(about.language, today, { year: true })),
    parts: [
      { text: titleOf(about.incident) },
      { text: t.letter.intro },
      ...sixItemsIn(about).flatMap(({ heading, text }): LetterPart[] => [{ heading }, { text }]),
      { text: t.letter.end },
      { text: about.organisation.name },
    ],
  }
}

/** What the school wrote itself: only where the letter is in a language of the screens. */
const written = (language: LetterLanguage, { incident: { words } }: About): LetterPart[] => {
  if (language !== 'nl' && language !== 'en') return []
  const said = [words.summary, words.extent, words.measures].filter(Boolean)
  return said.length > 0
    ? [{ heading: readyTexts[language as Language].letter.written }, ...said.map((text) => ({ text }))]
    : []
}

/** The letter to people, in plain words, in one of the languages in which the school writes letters. */
export const peopleLetter = (about: About, language: LetterLanguage, today: Date): OneLetter => {
  const t = peopleTexts[language]
  const { incident, organisation } = about
  const told = incident.told.some(({ whom, told: done }) => whom === 'authority' && done)
  return {
    title: incident.rehearsal ? t.rehearsal : t.title,
    to: t.dear,
    line: `${organisation.name}, ${dayIn(language, today)}`,
    language,
    direction: directionOf(language),
    parts: [
      { text: t.happened(organisation.name, dayIn(language, incident.foundAt)) },
      ...(incident.natures.length > 0 ? [{ list: incident.natures.map((nature) => t.natures[nature]) }] : []),
      ...written(language, about),
      ...(incident.kinds.length > 0
        ? [{ heading: t.which }, { list: incident.kinds.map((kind) => t.kinds[kind]) }]
        : []),
      { heading: t.canHappen },
      { text: t.canHappenText },
      ...(incident.kinds.includes('credential') ? [{ text: t.password }] : []),
      { heading: t.does },
      { text: told && !incident.rehearsal ? `${t.doesText} ${t.authority}` : t.doesText },
      { heading: t.questions },
      { text: t.askUs },
      ...(organisation.officer ? [{ text: t.reach(organisation.officer) }] : []),
      { text: t.regards },
      { text: organisation.name },
    ],
  }
}
