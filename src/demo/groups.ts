import { demoId } from './random.ts'
import { staffId } from './staff.ts'
import type { DemoGroup, SchoolHost, Weekday, Year } from './types.ts'

export type GroupPlan = {
  host: SchoolHost
  /** The part of the name after "Groep"; composed groups have a name of their own. */
  key: string
  /** How many pupils of each year; empty for a composed group. */
  sizes: Partial<Record<Year, number>>
  teachers: [name: string, days: string][]
}

const plan = (
  host: SchoolHost,
  key: string,
  sizes: GroupPlan['sizes'],
  ...teachers: [string, string][]
): GroupPlan => ({
  host,
  key,
  sizes,
  teachers,
})

/** All 24 groups: nine, eight and seven. */
export const groupPlans: GroupPlan[] = [
  plan('vuurtoren', '1/2 A', { 1: 12, 2: 14 }, ['Joy Pinas', '123'], ['Greetje Haasnoot', '45']),
  plan('vuurtoren', '1/2 B', { 1: 12, 2: 13 }, ['Willeke Buijs', '125'], ['Annelies Waterman', '34']),
  plan('vuurtoren', '3', { 3: 25 }, ['Naima Chaoui', '123'], ['Eva Lindeman', '45']),
  plan('vuurtoren', '4', { 4: 26 }, ['Nienke de Rooij', '12'], ['Rutger Molenaar', '345']),
  plan('vuurtoren', '5', { 5: 28 }, ['Hatice Aydın', '1234'], ['Jorn Bloemendaal', '5']),
  plan('vuurtoren', '6', { 6: 27 }, ['Pelle Dam', '123'], ['Yvette Latuheru', '45']),
  plan('vuurtoren', '7', { 7: 26 }, ['Ruben Schouten', '12345']),
  plan('vuurtoren', '8', { 8: 25 }, ['Tom Hartman', '12345']),
  plan('vuurtoren', 'Plusgroep', {}, ['Hatice Aydın', '5']),
  plan('zeester', '1/2 geel', { 1: 10, 2: 11 }, ['Meryem Polat', '12345']),
  plan('zeester', '1/2 blauw', { 1: 11, 2: 10 }, ['Inge Kortekaas', '12345']),
  plan('zeester', '3/4', { 3: 13, 4: 11 }, ['Bas Verschoor', '123'], ['Loubna Tahiri', '45']),
  plan('zeester', '5', { 5: 21 }, ['Marjolein Goossens', '12345']),
  plan('zeester', '6', { 6: 20 }, ['Glenn Ramlal', '12345']),
  plan('zeester', '7', { 7: 19 }, ['Wouter Lammers', '12345']),
  plan('zeester', '8', { 8: 20 }, ['Sevgi Bulut', '12345']),
  plan('zeester', 'Plusgroep', {}, ['Bas Verschoor', '4']),
  plan('molen', '1/2', { 1: 12, 2: 12 }, ['Jeltje Bouma', '12345']),
  plan('molen', '3', { 3: 20 }, ['Carolien Blom', '123'], ['Rixt Nauta', '45']),
  plan('molen', '4', { 4: 22 }, ['Ewelina Sikora', '12345']),
  plan('molen', '5', { 5: 20 }, ['Menno van Wijk', '12345']),
  plan('molen', '6', { 6: 20 }, ['Sytske Elzinga', '12345']),
  plan('molen', '7', { 7: 24 }, ['Sem Hofman', '12345']),
  plan('molen', '8', { 8: 18 }, ['Jolanda Zandstra', '12345']),
]

/** A group lives one school year, so its id carries the year. */
export const groupId = (host: SchoolHost, key: string, schoolYear: string): string =>
  demoId(`group/${host}/${schoolYear}/${key}`)

/** The groups of a school year with who teaches them when. */
export function demoGroups(schoolYear: string, organisationId: (host: SchoolHost) => string): DemoGroup[] {
  return groupPlans.map(({ host, key, sizes, teachers }) => {
    const years = Object.keys(sizes).map((year) => Number(year) as Year)
    return {
      id: groupId(host, key, schoolYear),
      organisationId: organisationId(host),
      name: years.length > 0 ? `Groep ${key}` : key,
      kind: years.length > 0 ? 'home' : 'composed',
      years: years.length > 0 ? years : [5, 6, 7, 8],
      teachers: teachers.map(([name, days]) => ({
        staffId: staffId(host, name),
        days: [...days].map((day) => Number(day) as Weekday),
      })),
    }
  })
}
