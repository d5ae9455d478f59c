import type { Texts } from '#shared/language/index.ts'

// Never the value that was found: it may be someone's name or number.
export const nl = {
  empty: 'Het bestand is leeg. Maak de export in de leerlingadministratie opnieuw.',
  'not-xml':
    'Dit is geen XML-bestand. Kies het EDEXML-bestand zelf (vaak EDEX.xml), niet het zip-bestand of een lijst.',
  'not-edexml': 'Dit is geen EDEXML-bestand: het begint niet met het element EDEX.',
  'not-well-formed': 'Het bestand is beschadigd: hier klopt de XML niet. Maak de export opnieuw.',
  'cut-off': 'Het bestand houdt te vroeg op. Maak de export opnieuw en wacht tot die klaar is.',
  'encoding-unknown':
    'De tekencodering van het bestand kunnen we niet lezen. Goed zijn UTF-8, ISO-8859-1, ISO-8859-15 en Windows-1252.',
  'encoding-wrong':
    'Het bestand zegt UTF-8 te zijn, maar hier staan tekens in een andere codering. Exporteer het als UTF-8.',
  'document-type': 'Het bestand bevat een DOCTYPE. Dat hoort niet in EDEXML en laten we uit veiligheid niet toe.',
  entity:
    'Hier staat een & die geen gewoon teken wordt. Een los &-teken hoort &amp; te zijn; een eigen &naam; volgen we uit veiligheid niet.',
  'too-deep': (limit: number) =>
    `Elementen zitten hier te diep in elkaar: meer dan ${limit} lagen. Dit is geen gewoon EDEXML-bestand.`,
  'too-large': (limit: number) =>
    `Het bestand is te groot: meer dan ${limit} MB. Een bestand van één school is veel kleiner.`,
  'too-many': (limit: number) => `Hier staan er meer dan ${limit}. Dat is te veel voor één school.`,
  'run-too-long': (limit: number) =>
    `Hier staat een stuk tekst van meer dan ${limit} kB achter elkaar. Dit is geen gewoon EDEXML-bestand.`,
  'too-many-problems': (limit: number) =>
    `Er zijn meer dan ${limit} fouten. Na dit punt is het bestand niet verder nagekeken.`,
  repeated: 'Dit element staat hier meer dan één keer. Het mag maar één keer.',
  missing: 'Dit element ontbreekt of is leeg. Het is verplicht.',
  'key-missing': 'Het attribuut key ontbreekt of is leeg. Het is verplicht.',
  'key-repeated': 'Deze key is al gebruikt. Elke key mag per soort maar één keer voorkomen.',
  'eckid-repeated': 'Dit ECK iD is al van iemand anders in dit bestand. Elk ECK iD mag maar één keer voorkomen.',
  'reference-unknown': 'Deze key verwijst naar iets dat niet (of als andere soort) in het bestand staat.',
  'too-long': (limit: number) => `De tekst is te lang: hoogstens ${limit} tekens.`,
  'school-year':
    'Dit is geen schooljaar. Goed is bijvoorbeeld 2026-2027: vier cijfers, een streepje, en het jaar erna.',
  date: 'Dit is geen bestaande datum. Goed is jaar-maand-dag, bijvoorbeeld 2018-02-11.',
  year: 'Deze jaargroep bestaat niet. Goed zijn B, D, 0 tot en met 8, 11 tot en met 16, S, V, C, N en H.',
  brin: 'Dit is geen BRIN-nummer. Goed zijn twee cijfers en twee hoofdletters, bijvoorbeeld 99ZZ.',
  'location-code': 'Dit is geen nummer van een vestiging. Goed zijn twee cijfers, bijvoorbeeld 01.',
  'name-missing': 'Er is geen achternaam en geen roepnaam. Eén van de twee is verplicht.',
  'no-pupils': 'Er staat geen leerling in het bestand. Er moet er minstens één in staan.',
  'stray-text': 'Hier staat losse tekst op een plek waar alleen elementen horen.',
  'element-in-value': 'Hier staat een element op een plek waar alleen tekst hoort.',
  'unknown-element': 'Hier staat een element dat niet bij EDEXML hoort. Het is overgeslagen.',
  version: 'Deze versie van EDEXML kennen we niet. Het bestand is gelezen als versie 2.1.',
  email: 'Dit is geen e-mailadres. Het is weggelaten.',
  role: 'Deze rol staat niet in de lijst van EDEXML. Hij is weggelaten.',
  'year-unknown': 'Deze leerling heeft geen jaargroep en geen groep met een jaargroep.',
}

export const en: Texts<typeof nl> = {
  empty: 'The file is empty. Make the export in the pupil administration again.',
  'not-xml': 'This is not an XML file. Choose the EDEXML file itself (often EDEX.xml), not the zip file or a list.',
  'not-edexml': 'This is not an EDEXML file: it does not start with the element EDEX.',
  'not-well-formed': 'The file is damaged: the XML is wrong here. Make the export again.',
  'cut-off': 'The file ends too early. Make the export again and wait until it is ready.',
  'encoding-unknown':
    'We cannot read the character encoding of this file. UTF-8, ISO-8859-1, ISO-8859-15 and Windows-1252 are fine.',
  'encoding-wrong': 'The file says it is UTF-8, but here are characters in another encoding. Export it as UTF-8.',
  'document-type': 'The file contains a DOCTYPE. It does not belong in EDEXML and for safety we do not allow it.',
  entity:
    'Here is an & that makes no ordinary character. A single & should be &amp;; for safety we follow no &name; of your own.',
  'too-deep': (limit) =>
    `Elements are nested too deeply here: more than ${limit} levels. This is no ordinary EDEXML file.`,
  'too-large': (limit) => `The file is too large: more than ${limit} MB. A file of one school is much smaller.`,
  'too-many': (limit) => `There are more than ${limit} of these. That is too many for one school.`,
  'run-too-long': (limit) => `Here is one piece of text of more than ${limit} kB. This is no ordinary EDEXML file.`,
  'too-many-problems': (limit) => `There are more than ${limit} errors. The file was not checked beyond this point.`,
  repeated: 'This element is here more than once. It may be here only once.',
  missing: 'This element is missing or empty. It is required.',
  'key-missing': 'The attribute key is missing or empty. It is required.',
  'key-repeated': 'This key has been used already. Each key may occur only once per kind.',
  'eckid-repeated': 'This ECK iD belongs to someone else in this file already. Each ECK iD may occur only once.',
  'reference-unknown': 'This key refers to something that is not in the file, or is of another kind.',
  'too-long': (limit) => `The text is too long: at most ${limit} characters.`,
  'school-year': 'This is not a school year. Right is for example 2026-2027: four digits, a dash, and the next year.',
  date: 'This is not an existing date. Right is year-month-day, for example 2018-02-11.',
  year: 'This year group does not exist. Right are B, D, 0 to 8, 11 to 16, S, V, C, N and H.',
  brin: 'This is not a BRIN number. Right are two digits and two capitals, for example 99ZZ.',
  'location-code': 'This is not the number of a location. Right are two digits, for example 01.',
  'name-missing': 'There is no surname and no call name. One of the two is required.',
  'no-pupils': 'There is no pupil in the file. There has to be at least one.',
  'stray-text': 'Here is loose text in a place for elements only.',
  'element-in-value': 'Here is an element in a place for text only.',
  'unknown-element': 'Here is an element that does not belong to EDEXML. It was skipped.',
  version: 'We do not know this version of EDEXML. The file was read as version 2.1.',
  email: 'This is not an e-mail address. It was left out.',
  role: 'This role is not in the list of EDEXML. It was left out.',
  'year-unknown': 'This pupil has no year group and no group with a year group.',
}
