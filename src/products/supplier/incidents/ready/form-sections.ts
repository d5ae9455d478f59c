import { capital, clock, dayLong, type Language, listOf, number } from '#shared/language/index.ts'
import { clocksOf } from '../clocks.ts'
import type { DataKind, Nature } from '../kinds.ts'
import type { Deed, Incident } from '../reading.ts'
import { itemsOpen } from '../six-items.ts'
import { incidentTexts } from '../texts.ts'
import { readyTexts } from './texts.ts'

export type Organisation = {
  readonly name: string
  readonly board: string | null
  readonly supplier: string | null
  /** Who is to be reached, with how. */
  readonly officer: string | null
}

export type About = {
  readonly language: Language
  readonly incident: Incident
  readonly deeds: readonly Deed[]
  readonly organisation: Organisation
}

type Side = 'confidentiality' | 'integrity' | 'availability'
const sides: Readonly<Record<Nature, Side>> = {
  read: 'confidentiality',
  copied: 'confidentiality',
  stolen: 'confidentiality',
  changed: 'integrity',
  deleted: 'availability',
}
const sensitive: readonly DataKind[] = ['health', 'credential', 'financial', 'results']

/** A moment in words: "donderdag 26 november 2026, 16.20 uur". */
const whenIn = (language: Language, at: Date) => `${dayLong(language, at, { year: true })}, ${clock(language, at)}`

const data = ({ language, incident: { kinds } }: About): string[] => {
  const [t, words] = [readyTexts[language], incidentTexts[language].facts.kind]
  const named = (some: readonly DataKind[]) =>
    some.length > 0
      ? listOf(
          language,
          some.map((kind) => words[kind]),
        )
      : t.none
  if (kinds.length === 0) return [t.says.kinds(t.unknown)]
  return [t.says.kinds(named(kinds)), t.says.special(named(kinds.filter((kind) => sensitive.includes(kind))))]
}

const people = ({ language, incident: { people: groups, groupSize, words } }: About): string[] => {
  const [t, names] = [readyTexts[language], incidentTexts[language].facts.groups]
  return [
    t.says.size(groupSize === null ? t.unknown : number(language, groupSize)),
    t.says.groups(
      groups.length > 0
        ? listOf(
            language,
            groups.map((one) => names[one]),
          )
        : t.unknown,
    ),
    ...(groups.includes('pupils') ? [t.says.children] : []),
    words.extent,
  ]
}

const breach = ({ language, incident: { words, natures, cause } }: About): string[] => {
  const [t, facts] = [readyTexts[language], incidentTexts[language].facts]
  const touched = [...new Set(natures.map((nature) => t.says.sides[sides[nature]]))]
  return [
    words.summary || words.saw,
    t.says.natures(
      natures.length > 0
        ? listOf(
            language,
            natures.map((one) => facts.nature[one]),
          )
        : t.unknown,
    ),
    t.says.affects(touched.length > 0 ? listOf(language, touched) : t.unknown),
    t.says.cause([cause && facts.causes[cause], words.cause].filter(Boolean).join('. ') || t.unknown),
  ]
}

const times = ({ language, incident, deeds }: About): string[] => {
  const { says } = readyTexts[language]
  const contained = deeds.find(({ what }) => what === 'contain')
  return [
    says.seen(whenIn(language, incident.seenAt)),
    says.found(whenIn(language, incident.foundAt)),
    contained ? says.ended(whenIn(language, contained.at)) : says.going,
  ]
}

const followUp = ({ language, incident, deeds }: About): string[] => {
  const [{ says }, { steps }] = [readyTexts[language], incidentTexts[language]]
  const done = deeds.flatMap(({ what, at, text }) =>
    what in steps.names ? [says.step(steps.names[what as keyof typeof steps.names], whenIn(language, at), text)] : [],
  )
  const told = deeds.filter(({ what }) => what === 'people').at(-1)
  const toldSaid = told
    ? `${told.not ? says.notTold : says.told(whenIn(language, told.at))} ${told.text}`
    : says.undecided
  return [...(incident.words.measures ? [says.measures(incident.words.measures)] : []), ...done, toldSaid]
}

const about = ({ language, organisation: { name, board, supplier, officer }, incident }: About): string[] => {
  const { says } = readyTexts[language]
  const ofProcessor = incident.cause === 'system' || incident.cause === 'processor'
  return [
    says.name(name),
    ...(board ? [says.board(board)] : []),
    ...(supplier && ofProcessor ? [says.processor(supplier)] : []),
    ...(officer ? [says.officer(officer)] : []),
  ]
}

/**
 * The parts of the authority's form as text to copy, in its order (standards 4.2; art. 33(3) GDPR). What is not known yet says so:
 * a report may be made in phases. `now`: whether it is late is said with it.
 */
export const formSections = (asked: About, now: Date): { readonly heading: string; readonly text: string }[] => {
  const { language, incident } = asked
  const t = readyTexts[language]
  const { facts } = incidentTexts[language]
  const late = clocksOf({ ...incident, told: [] }, 'school', now).some(
    ({ whom, left }) => whom === 'authority' && left < 0,
  )
  const whole = itemsOpen(incident).length === 0
  const parts: Readonly<Record<keyof typeof t.sections, readonly string[]>> = {
    report: [t.says.law, whole ? t.says.whole : t.says.first, ...(late ? [t.says.late] : [])],
    organisation: about(asked),
    times: times(asked),
    breach: breach(asked),
    data: data(asked),
    people: people(asked),
    before: [t.says.sealed],
    consequences: [
      incident.words.consequences || capital(t.unknown),
      t.says.risk(incident.risk ? facts.risks[incident.risk] : t.unknown),
    ],
    followUp: followUp(asked),
    abroad: [t.says.abroad],
  }
  return Object.entries(parts).map(([name, lines]) => ({
    heading: t.sections[name as keyof typeof t.sections],
    text: [...(incident.rehearsal ? [t.rehearsal] : []), ...lines.filter(Boolean)].join('\n'),
  }))
}
