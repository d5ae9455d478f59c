/**
 * The elements of EDEXML 1.03, 2.0 and 2.1 and what becomes of each. This is the allow-list: what is not named here as
 * a value or a reference is never looked at.
 *
 * - `list`: holds other elements. `record`: a thing with a key and values. `reference`: a key that points to a record.
 * - `value`: text of at most `max` characters, kept. `many`: may be there more than once.
 * - `dropped`: counted under its name, content unread. `ignored`: says nothing about a person, not counted.
 * - `extension`: `toevoegingen`, content unread, its blocks counted.
 */
export type Element =
  | { as: 'list' | 'record' | 'reference'; inside: ReadonlyMap<string, Element>; many: boolean }
  | { as: 'value'; max: number; many: boolean }
  | { as: 'dropped' | 'ignored' | 'extension' }

type Children = Record<string, Element>

const inside = (children: Children): ReadonlyMap<string, Element> => new Map(Object.entries(children))
const list = (children: Children): Element => ({ as: 'list', inside: inside(children), many: false })
const record = (children: Children): Element => ({ as: 'record', inside: inside(children), many: true })
const reference = (many: boolean, children: Children = {}): Element => ({
  as: 'reference',
  inside: inside(children),
  many,
})
const value = (max: number): Element => ({ as: 'value', max, many: false })
const values = (max: number): Element => ({ as: 'value', max, many: true })
const dropped: Element = { as: 'dropped' }
const ignored: Element = { as: 'ignored' }
const extension: Element = { as: 'extension' }

const name: Children = {
  achternaam: value(200),
  voorvoegsel: value(10),
  voornamen: value(200),
  'voorletters-1': value(6),
  roepnaam: value(64),
}
const roles: Children = { rol: values(64), rolomschrijving: values(64) }
const common: Children = { toevoegingen: extension, mutatiedatum: ignored }

const school: Element = {
  as: 'record',
  many: false,
  inside: inside({
    schooljaar: value(32),
    peildatum: value(64),
    brincode: value(64),
    dependancecode: value(64),
    instellingsnummer: dropped,
    schoolkey: ignored,
    aanmaakdatum: value(64),
    auteur: dropped,
    xsdversie: value(32),
    commentaar: dropped,
    toevoegingen: extension,
  }),
}

const pupil = (birthDates: boolean): Element =>
  record({
    ...name,
    geboortedatum: birthDates ? value(64) : dropped,
    geslacht: dropped,
    start_ondw_jgr3: dropped,
    jaargroep: value(64),
    groep: reference(false),
    samengestelde_groepen: list({ samengestelde_groep: reference(true) }),
    vestiging: reference(false),
    // Pupils' accounts come from the school's Microsoft tenant, not from this file.
    gebruikersnaam: dropped,
    emailadres: dropped,
    fotourl: dropped,
    etniciteit: dropped,
    land: dropped,
    land_vader: dropped,
    land_moeder: dropped,
    sofinummer: dropped,
    bsn: dropped,
    onderwijsnummer: dropped,
    'bsn_ondwnr-4': dropped,
    rijksregisternummer: dropped,
    gewicht_nieuw: dropped,
    gewicht: dropped,
    postcodenl: dropped,
    postnummerbe: dropped,
    postcodeoverig: dropped,
    instroomdatum: value(64),
    uitstroomdatum: value(64),
    ...common,
  })

const teacher = record({
  ...name,
  gebruikersnaam: dropped,
  emailadres: value(256),
  ...roles,
  groepen: list({ groep: reference(true, roles), samengestelde_groep: reference(true, roles) }),
  ...common,
})

const document = (birthDates: boolean): ReadonlyMap<string, Element> =>
  inside({
    EDEX: list({
      school,
      vestigingen: list({ vestiging: record({ naam: value(64), omschrijving: dropped, mutatiedatum: ignored }) }),
      groepen: list({
        groep: record({ naam: value(64), jaargroep: value(64), omschrijving: dropped, ...common }),
        samengestelde_groep: record({ naam: value(64), omschrijving: dropped, ...common }),
      }),
      leerlingen: list({ leerling: pupil(birthDates) }),
      leerkrachten: list({ leerkracht: teacher }),
    }),
  })

/** The document's only child is `EDEX`. `geboortedatum` is kept or dropped, as the school chose. */
export const documents = { withBirthDates: document(true), withoutBirthDates: document(false) }
