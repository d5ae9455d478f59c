// Writes icons.generated.ts: every icon of icon-names.ts as one path, so that a page carries one element per icon.
import { readFileSync, writeFileSync } from 'node:fs'
import { iconNames } from './icon-names.ts'

const folder = new URL('.', import.meta.resolve('lucide-static/package.json'))
const nodes = JSON.parse(readFileSync(new URL('icon-nodes.json', folder), 'utf8'))

const shapes = {
  path: ({ d }) => absolute(d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}Z`,
  circle: ({ cx, cy, r }) => ellipse(+cx, +cy, +r, +r),
  ellipse: ({ cx, cy, rx, ry }) => ellipse(+cx, +cy, +rx, +ry),
  rect: ({ x = 0, y = 0, width, height, rx, ry }) => rectangle(+x, +y, +width, +height, +(rx ?? ry ?? 0)),
}

// A path's first "m" counts from zero; behind another path it would count from there.
function absolute(d) {
  const [, x, y, rest] = /^[mM]\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(.*)$/s.exec(d)
  const line = d.startsWith('m') ? 'l' : 'L'
  return `M${x} ${y}${/^[-\d.]/.test(rest) ? line : ''}${rest}`
}

function ellipse(cx, cy, rx, ry) {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`
}

function rectangle(x, y, width, height, r) {
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '')
  const [w, h] = [width - 2 * r, height - 2 * r]
  return `M${x + r} ${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`
}

// Lucide renamed some icons and kept the old name only as a file beside the new one.
function parts(name) {
  if (nodes[name]) return nodes[name]
  const svg = readFileSync(new URL(`icons/${name}.svg`, folder), 'utf8')
  const found = [...svg.matchAll(/<(path|line|polyline|polygon|circle|ellipse|rect)\s([^>]*?)\/?>/g)]
  return found.map(([, tag, rest]) => [
    tag,
    Object.fromEntries([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map((m) => [m[1], m[2]])),
  ])
}

const lines = iconNames.map(
  (name) =>
    `  '${name}': '${parts(name)
      .map(([tag, at]) => shapes[tag](at))
      .join('')}',`,
)
const source = `// Written by build-icons.mjs from lucide-static (ISC); not by hand.
import type { IconName } from './icon-names.ts'

export const iconPaths: Record<IconName, string> = {
${lines.join('\n')}
}
`
writeFileSync(new URL('icons.generated.ts', import.meta.url), source)
