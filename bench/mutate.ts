import type { Chance } from './random.ts'

const texts = [
  ...['', ' ', 'x'.repeat(300), '2026-02-30', '2026-10-01T00:00:00Z', '2026 / 2027', '2026-2026', 'C', 'H', '9', '#1'],
  ...[
    '&amp;',
    '&#233;',
    '&#0;',
    '&x;',
    '&',
    '<![CDATA[x]]>',
    '<!-- x -->',
    '<?x y?>',
    '\0',
    '\u202e',
    '\u00e9',
    ']]>',
    '"',
    '𝒳',
  ],
]
const snippets = [
  ...[
    '<!DOCTYPE EDEX>',
    '<!DOCTYPE EDEX [<!ENTITY a "b">]>',
    '<![CDATA[',
    '<!--',
    '<?xml version="1.0"?>',
    '<',
    '>',
    '</EDEX>',
  ],
  ...[
    '<bsn>999999990</bsn>',
    '<x/>',
    '<x:leerling xmlns:x="urn:x" key="1"/>',
    '<toevoegingen><blok><a><b/></a></blok></toevoegingen>',
  ],
  ...[
    '<leerling key="1"><roepnaam>A</roepnaam></leerling>',
    '<groep key="g8"/>',
    '<vestiging key="A"/>',
    '<roepnaam xsi:nil="true"/>',
  ],
  ...[
    '<a>'.repeat(40),
    '<__proto__>1</__proto__>',
    '<constructor/>',
    '<samengestelde_groepen/>',
    '<rol>LRK</rol><rol>XX</rol>',
  ],
]
const names =
  'EDEX school groepen groep leerlingen leerling leerkracht jaargroep roepnaam schooljaar bsn uitstroomdatum'.split(' ')
const keys = ['', ' ', '#', '#1', 'g8', ' g8 ', '101', 'k'.repeat(257), '__proto__', '&lt;']
const encodings = ['UTF-8', 'ISO-8859-1', 'ISO-8859-15', 'windows-1252', 'UTF-16', 'constructor']

type Change = (tokens: string[], random: Chance) => void

const changes: Change[] = [
  (tokens, { below }) => tokens.splice(below(tokens.length), 1),
  (tokens, { below }) => tokens.splice(below(tokens.length), below(12)),
  (tokens, { below }) => tokens.splice(below(tokens.length), 0, tokens[below(tokens.length)]!),
  (tokens, { below }) => {
    const from = below(tokens.length)
    tokens.splice(below(tokens.length), 0, ...tokens.slice(from, from + below(30)))
  },
  (tokens, { below }) => {
    const [one, other] = [below(tokens.length), below(tokens.length)]
    ;[tokens[one], tokens[other]] = [tokens[other]!, tokens[one]!]
  },
  (tokens, random) => tokens.splice(random.below(tokens.length), 0, random.pick(snippets)),
  (tokens, random) => change(tokens, random, /^[^<]*\S/, () => random.pick(texts)),
  (tokens, random) => change(tokens, random, /^<\/?\w/, (tag) => tag.replace(/\w[\w-]*/, random.pick(names))),
  (tokens, random) =>
    change(tokens, random, /key="/, (tag) => tag.replace(/key="[^"]*"/, `key="${random.pick(keys)}"`)),
  (tokens, random) => change(tokens, random, /eckid="/, (tag) => tag.replace(/eckid="[^"]*"/, 'eckid="same"')),
  (tokens, random) => change(tokens, random, /^<\w/, (tag) => tag.replace(/>$/, ' a="1" key="2">')),
  (tokens, random) =>
    change(tokens, random, /encoding=/, (tag) => tag.replace(/"[^"]*"\?>/, `"${random.pick(encodings)}"?>`)),
]

/**
 * One to four changes to an XML text that know its structure: tags, texts and keys removed, doubled, moved, swapped or
 * made odd; sometimes the bytes as well: cut off, flipped, another encoding. The same `random` gives the same bytes.
 */
export function mutate(xml: string, random: Chance): Buffer {
  const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? []
  for (let left = 1 + random.below(4); left > 0 && tokens.length > 0; left--) random.pick(changes)(tokens, random)
  const text = tokens.join('')
  const bytes = Buffer.from(text, random.below(20) === 0 ? 'latin1' : 'utf8')
  const kind = random.below(40)
  if (kind === 0) return bytes.subarray(0, random.below(bytes.byteLength + 1))
  if (kind === 1) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
  if (kind === 2) return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (kind === 3 && bytes.byteLength > 0) bytes[random.below(bytes.byteLength)] = random.below(256)
  return bytes
}

function change(tokens: string[], random: Chance, which: RegExp, to: (token: string) => string): void {
  const start = random.below(tokens.length)
  for (let step = 0; step < tokens.length; step++) {
    const at = (start + step) % tokens.length
    const token = tokens[at]!
    if (!which.test(token)) continue
    tokens[at] = to(token)
    return
  }
}
