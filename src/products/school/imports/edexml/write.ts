import { yearInWords } from '../../organisations/school-year.ts'
import type { Assignment, Group, Name, Pupil, Roles, Roster, Teacher } from '../roster/roster.ts'

/**
 * Writes a roster as an EDEXML 2.1 file in UTF-8, elements in the order of the schema, so that it validates against the
 * XSDs (but for their list of years, which ends at 2024-2025). What the schema cannot hold is left out: characters that
 * XML forbids, the end of a text that is too long, name parts of someone without a surname, a location code without BRIN.
 * People without a lasting key get one that starts with `#`.
 */
export function writeEdexml(roster: Roster): string {
  const { schoolYear, brin, locationCode, referenceDate, locations, groups, pupils, teachers } = roster
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">\n',
    element('school', '', [
      text('schooljaar', 9, yearInWords(schoolYear)),
      text('peildatum', 10, referenceDate),
      text('brincode', 4, brin),
      brin === null ? '' : text('dependancecode', 2, locationCode),
      text('auteur', 128, 'Schoolplein'),
      text('xsdversie', 32, '2.1'),
    ]),
    list(
      'vestigingen',
      locations.map(({ key, name }) => element('vestiging', attribute('key', key), [text('naam', 64, name)])),
    ),
    list('groepen', groups.map(group)),
    list('leerlingen', pupils.map(pupil)),
    list('leerkrachten', teachers.map(teacherOf(groups))),
    '</EDEX>\n',
  ].join('')
}

function group({ key, name, kind, year }: Group): string {
  const tag = kind === 'home' ? 'groep' : 'samengestelde_groep'
  return element(tag, attribute('key', key), [text('naam', 64, name), text('jaargroep', 2, year)])
}

function pupil(pupil: Pupil, index: number): string {
  return element('leerling', identity(pupil, index), [
    ...nameParts(pupil.name),
    text('geboortedatum', 10, pupil.birthDate),
    text('jaargroep', 2, pupil.year),
    reference('groep', pupil.homeGroup),
    list(
      'samengestelde_groepen',
      pupil.composedGroups.map((key) => reference('samengestelde_groep', key)),
    ),
    reference('vestiging', pupil.location),
    text('instroomdatum', 10, pupil.enteredOn),
    text('uitstroomdatum', 10, pupil.leftOn),
  ])
}

function teacherOf(groups: Group[]) {
  const composed = new Set(groups.filter(({ kind }) => kind === 'composed').map(({ key }) => key))
  const assignment = ({ group, ...given }: Assignment) =>
    element(composed.has(group) ? 'samengestelde_groep' : 'groep', attribute('key', group), roles(given))
  return (teacher: Teacher, index: number) =>
    element('leerkracht', identity(teacher, index), [
      ...nameParts(teacher.name),
      text('emailadres', 256, teacher.email),
      ...roles(teacher),
      list('groepen', teacher.groups.map(assignment)),
    ])
}

function nameParts({ surname, prefix, firstNames, initials, callName }: Name): string[] {
  if (surname === null) return [text('roepnaam', 64, callName)]
  return [
    text('achternaam', 200, surname),
    text('voorvoegsel', 10, prefix),
    text('voornamen', 200, firstNames),
    text('voorletters-1', 6, initials),
    text('roepnaam', 64, callName),
  ]
}

function roles({ roles, otherRoles }: Roles): string[] {
  return [...roles.map((code) => text('rol', 3, code)), ...otherRoles.map((role) => text('rolomschrijving', 64, role))]
}

function identity({ key, eckId }: { key: string | null; eckId: string | null }, index: number): string {
  return attribute('key', key ?? `#${index + 1}`) + attribute('eckid', eckId)
}

function reference(tag: string, key: string | null): string {
  return key === null ? '' : element(tag, attribute('key', key), [])
}

function list(tag: string, items: string[]): string {
  return items.length === 0 ? '' : element(tag, '', items)
}

function element(tag: string, attributes: string, children: string[]): string {
  const inside = children.join('')
  return inside === '' ? `<${tag}${attributes}/>\n` : `<${tag}${attributes}>\n${inside}</${tag}>\n`
}

function text(tag: string, max: number, value: string | null): string {
  const kept = escaped(clean(value ?? '', max))
  return kept === '' ? '' : `<${tag}>${kept}</${tag}>\n`
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escaped(clean(value, 256))}"`
}

// XML 1.0 has no place for most control characters, lone surrogates and two code points at the end of the plane.
function clean(value: string, max: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const allowed = value.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
  return allowed.length <= max ? allowed : [...allowed].slice(0, max).join('').trim()
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: string) => value.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
