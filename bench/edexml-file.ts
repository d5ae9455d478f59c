import { chance } from './random.ts'

const callNames =
  'Noor Sem Yara Daan Amina Luuk Zeynep Finn Saar Youssef Liv Jesse Fatima Bram Nova Mila Tygo Aylin'.split(' ')
const surnames = 'Bree Yilmaz Hof Bakker Okafor Visser Jansen Amrani Smit Nowak Dekker Kaya Mulder Santos Postma'.split(
  ' ',
)
const prefixes = ['', '', '', 'de', 'van', 'van der', 'el']
const perGroup = 26

/**
 * A believable invented EDEXML 2.1 file with `pupils` pupils, also the fields that an import has to drop, in chunks of
 * about 64 kB as a file stream gives them. The same file at every call.
 */
export async function* bigEdexml(pupils: number): AsyncGenerator<Buffer> {
  let text = ''
  for (const part of parts(pupils)) {
    text += part
    if (text.length < 64_000) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function* parts(pupils: number): Generator<string> {
  const groups = Math.ceil(pupils / perGroup)
  const random = chance(pupils)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">
  <school>
    <schooljaar>2026-2027</schooljaar>
    <peildatum>2026-10-01</peildatum>
    <brincode>99QX</brincode>
    <dependancecode>00</dependancecode>
    <aanmaakdatum>2026-10-02T08:15:00</aanmaakdatum>
    <auteur>VoorbeeldLAS 12.4</auteur>
    <xsdversie>2.1</xsdversie>
  </school>
  <vestigingen>
    <vestiging key="V1"><naam>Hoofdgebouw</naam></vestiging>
  </vestigingen>
  <groepen>
`
  for (let n = 0; n < groups; n++) {
    yield `    <groep key="g${n}">\n      <naam>Groep ${yearOf(n)} ${n}</naam>\n      <jaargroep>${yearOf(n)}</jaargroep>\n    </groep>\n`
  }
  yield '    <samengestelde_groep key="plus"><naam>Plusgroep</naam></samengestelde_groep>\n  </groepen>\n  <leerlingen>\n'
  for (let n = 0; n < pupils; n++) {
    const group = Math.floor(n / perGroup)
    const year = yearOf(group)
    const prefix = random.pick(prefixes)
    const callName = random.pick(callNames)
    const born = `${2023 - year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
    yield `    <leerling key="${10_000 + n}" eckid="https://ketenid.nl/201703/${n.toString(16).padStart(128, '0')}">
      <achternaam>${random.pick(surnames)}-${random.pick(surnames)}</achternaam>
${prefix === '' ? '' : `      <voorvoegsel>${prefix}</voorvoegsel>\n`}      <voornamen>${callName} ${random.pick(callNames)}</voornamen>
      <voorletters-1>${callName[0]}</voorletters-1>
      <roepnaam>${callName}</roepnaam>
      <geboortedatum>${born}</geboortedatum>
      <geslacht>${1 + random.below(2)}</geslacht>
      <jaargroep>${year}</jaargroep>
      <groep key="g${group}"/>
${n % 9 === 0 ? '      <samengestelde_groepen><samengestelde_groep key="plus"/></samengestelde_groepen>\n' : ''}      <vestiging key="V1"/>
      <etniciteit>9</etniciteit>
      <land>NL</land>
      <bsn_ondwnr-4>${1000 + random.below(9000)}</bsn_ondwnr-4>
      <postcodenl>${1000 + random.below(9000)}XX</postcodenl>
      <instroomdatum>20${two(26 - year)}-08-25</instroomdatum>
      <mutatiedatum>2026-09-30T16:02:11</mutatiedatum>
    </leerling>
`
  }
  yield '  </leerlingen>\n  <leerkrachten>\n'
  for (let n = 0; n < groups; n++) {
    yield `    <leerkracht key="LK${n}">
      <achternaam>${random.pick(surnames)}</achternaam>
      <roepnaam>${random.pick(callNames)}</roepnaam>
      <emailadres>leerkracht${n}@school.example</emailadres>
      <rol>LRK</rol>
      <groepen><groep key="g${n}"><rol>LRK</rol></groep></groepen>
    </leerkracht>
`
  }
  yield '  </leerkrachten>\n</EDEX>\n'
}

const yearOf = (group: number) => 1 + (group % 8)
const two = (value: number) => String(value).padStart(2, '0')
