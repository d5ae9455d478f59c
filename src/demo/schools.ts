import { addDays, closuresOf, schoolDays, schoolYearOf } from './calendar.ts'
import { demoId } from './random.ts'
import type { DemoOrganisation, HostLabel, Hours, SchoolHost, SchoolSettings } from './types.ts'

const hours = (until: string, wednesday: string): Hours => ({
  1: { from: '08:30', until },
  2: { from: '08:30', until },
  3: { from: '08:30', until: wednesday },
  4: { from: '08:30', until },
  5: { from: '08:30', until },
})

const neutral = { hue: 65, chroma: 0.02, mark: 'neutral' } as const

type Plan = Omit<DemoOrganisation, 'id' | 'boardId' | 'school'> & {
  board?: HostLabel
  school?: Pick<SchoolSettings, 'brin' | 'region' | 'hours' | 'noon' | 'resumes'>
}

// The dialling code 0200 and postcodes below 1000 are not handed out.
const plans: Plan[] = [
  {
    host: 'kompas',
    kind: 'board',
    name: 'Stichting Kompas',
    tagline: { nl: 'Bestuur van De Vuurtoren en De Zeester', en: 'Board of De Vuurtoren and De Zeester' },
    address: { street: 'Havenhoofd', number: 2, postcode: '0417 KA', place: 'Zandvliet' },
    phone: '+31200123400',
    ...neutral,
  },
  {
    host: 'wieken',
    kind: 'board',
    name: 'Stichting De Wieken',
    tagline: { nl: 'Bestuur van De Molen', en: 'Board of De Molen' },
    address: { street: 'Dorpsstraat', number: 1, postcode: '0533 WA', place: 'Oosterveld' },
    phone: '+31200654300',
    ...neutral,
  },
  {
    host: 'vuurtoren',
    kind: 'school',
    name: 'De Vuurtoren',
    tagline: { nl: 'School aan zee', en: 'School by the sea' },
    address: { street: 'Duinweg', number: 14, postcode: '0417 VT', place: 'Zandvliet' },
    phone: '+31200123456',
    hue: 238,
    chroma: 0.095,
    mark: 'lighthouse',
    board: 'kompas',
    school: { brin: '99VT', region: 'midden', hours: hours('14:15', '12:15'), noon: '12:00', resumes: null },
  },
  {
    host: 'zeester',
    kind: 'school',
    name: 'De Zeester',
    tagline: { nl: 'School in de nieuwe wijk', en: 'School in the new quarter' },
    address: { street: 'Schelpenplein', number: 5, postcode: '0418 ZS', place: 'Zandvliet' },
    phone: '+31200123470',
    hue: 350,
    chroma: 0.11,
    mark: 'star',
    board: 'kompas',
    school: { brin: '99ZS', region: 'midden', hours: hours('14:45', '12:30'), noon: '12:15', resumes: '12:45' },
  },
  {
    host: 'molen',
    kind: 'school',
    name: 'De Molen',
    tagline: { nl: 'School in de velden', en: 'School in the fields' },
    address: { street: 'Kerkpad', number: 3, postcode: '0533 ML', place: 'Oosterveld' },
    phone: '+31200654321',
    hue: 145,
    chroma: 0.1,
    mark: 'mill',
    board: 'wieken',
    school: { brin: '99ML', region: 'noord', hours: hours('14:15', '14:15'), noon: '12:00', resumes: null },
  },
  {
    host: 'supplier',
    kind: 'supplier',
    name: 'Stoepkrijt Hosting',
    tagline: { nl: 'Zorgt dat Schoolplein draait', en: 'Keeps Schoolplein running' },
    address: { street: 'Kadeplein', number: 40, postcode: '0290 SK', place: 'Rijnhaven' },
    phone: '+31200777000',
    ...neutral,
  },
  {
    host: 'partner',
    kind: 'partner',
    name: 'Knikker ICT',
    tagline: { nl: 'Helpt scholen met Microsoft 365', en: 'Helps schools with Microsoft 365' },
    address: { street: 'Marktveld', number: 11, postcode: '0291 KN', place: 'Rijnhaven' },
    phone: '+31200888000',
    ...neutral,
  },
]

/** The id of an organisation by its host. */
export const organisationId = (host: HostLabel): string => demoId(`organisation/${host}`)

/** The two boards, three schools, the supplier and its partner, as they stand on a day. */
export function demoOrganisations(today: string): DemoOrganisation[] {
  return plans.map(({ board, school, ...plan }) => ({
    ...plan,
    id: organisationId(plan.host),
    boardId: board ? organisationId(board) : null,
    school: school ? settings(plan.host as SchoolHost, school, today) : null,
  }))
}

function settings(host: SchoolHost, school: NonNullable<Plan['school']>, today: string): SchoolSettings {
  const { from, until } = schoolYearOf(today)
  const closures = closuresOf(host, school.region, Number(from.slice(0, 4)))
  return {
    ...school,
    cutOff: '08:45',
    closures,
    shownDay: schoolDays(closures, from, today).at(-1) ?? null,
    nextDay: schoolDays(closures, addDays(today, 1), until)[0] ?? null,
  }
}
