import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { differenceOf } from '#shared/language/prose.ts'
import { RichProse } from '#shared/ui/index.ts'
import {
  beginningOf,
  comparable,
  documentFrom,
  documentOfTyped,
  plainText,
  readRichText,
  richText,
  typedOf,
} from './index.ts'

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => JSON.stringify({ type: 'doc', content })
const html = (json: string) => renderToString(<RichProse document={documentFrom(json)!} />)
const link = (href: string) => ({ type: 'link', attrs: { href, target: '_blank', class: 'x', onclick: 'q()' } })

describe('a document of the editor', () => {
  test('is read with every part of the list, and shown as what it is', () => {
    const cell = (type: string, words: string) => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: [9] },
      content: [paragraph(text(words))],
    })
    const item = (...content: unknown[]) => ({ type: 'listItem', content })
    const whole = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Plein')] },
      paragraph(text('Een '), text('vet', { type: 'bold' }), text(' en '), text('schuin', { type: 'italic' }), {
        type: 'hardBreak',
      }),
      paragraph(text('de site', link('https://school.example/a?b=1&c=2'))),
      {
        type: 'bulletList',
        content: [
          item(paragraph(text('een')), {
            type: 'orderedList',
            attrs: { start: 1 },
            content: [item(paragraph(text('binnen')))],
          }),
        ],
      },
      { type: 'blockquote', content: [paragraph(text('gezegd'))] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [cell('tableHeader', 'dag'), cell('tableCell', 'ma')] }],
      },
    )
    expect(html(whole)).toBe(
      '<div class="prose rich"><h2>Plein</h2><p>Een <strong>vet</strong> en <em>schuin</em><br/></p>' +
        '<p><a href="https://school.example/a?b=1&amp;c=2" rel="noreferrer" data-turbo="false">de site</a></p>' +
        '<ul><li><p>een</p><ol><li><p>binnen</p></li></ol></li></ul><blockquote><p>gezegd</p></blockquote>' +
        '<div class="wide-table"><table><tbody><tr><th colspan="1" rowspan="1" scope="col"><p>dag</p></th><td colspan="1" rowspan="1"><p>ma</p></td></tr></tbody></table></div></div>',
    )
    expect(plainText(documentFrom(whole)!)).toBe('Plein\nEen vet en schuin\nde site\neen\nbinnen\ngezegd\ndag | ma')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' https://a.example',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/sign-out',
    'https://a.example\\@b.example',
    `https://a.example/${'a'.repeat(3000)}`,
  ])('a link to %s loses its address and keeps its words', (href) => {
    expect(html(doc(paragraph(text('klik', link(href)))))).toBe('<div class="prose rich"><p>klik</p></div>')
  })

  test('what is said as text stays text', () => {
    expect(html(doc(paragraph(text('<img src=x onerror=alert(1)>'))))).toContain(
      '<p>&lt;img src=x onerror=alert(1)></p>',
    )
  })

  test.each([
    ['a picture', doc({ type: 'image', attrs: { src: 'https://elsewhere.example/pixel' } })],
    ['a program', doc({ type: 'script', content: [text('alert(1)')] })],
    ['text where a paragraph belongs', doc(text('los'))],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 }, content: [] })],
    ['a mark that is not on the list', doc(paragraph(text('x', { type: 'textStyle', attrs: { color: 'red' } })))],
    [
      'a cell over a million columns',
      doc({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1e6 }, content: [] }] }],
      }),
    ],
    ['no JSON', '{"type":"doc","content":['],
    ['another kind', '{"type":"paragraph"}'],
    ['a number', '7'],
    ['null', 'null'],
    [
      '5,000 levels',
      `{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(5000)}${']}'.repeat(5000)}]}`,
    ],
    ['a prototype', '{"type":"doc","__proto__":{"content":[]}}'],
  ])('%s is refused whole', (_, json) => {
    expect(documentFrom(json)).toBeNull()
  })

  test('whatever is posted is read or refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string().map((some) => `{"type":"doc"${some}`),
          fc.string(),
        ),
        (posted) => {
          const read = readRichText(posted)
          if (read) renderToString(<RichProse document={read} />)
        },
      ),
    )
  })
})

describe('a text that is typed without script', () => {
  const typed =
    '# Plein\n\nWij *tekenden* een **stuk**.\nZie [de site](https://school.example).\n\n- krijt\n- verf\n\n1. eerst\n2. dan\n\n> Mooi\n\n| dag | wie |\n| --- | --- |\n| ma | groep 5 |'

  test('means the same as in the editor, and comes back as it was typed', () => {
    const document = documentOfTyped(typed)
    expect(document.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'orderedList',
      'blockquote',
      'table',
    ])
    expect(documentFrom(JSON.stringify(document))).toEqual(document)
    expect(documentOfTyped(typedOf(document))).toEqual(document)
    expect(plainText(document)).toContain('Wij tekenden een stuk.\nZie de site.')
  })

  test('plain words stay plain words, whatever signs are in them', () => {
    const words = fc.array(fc.constantFrom('5 * 3', 'a_b', '[x]', '(y)', 'één', '2-1', 'c\\d', '#9', 'e*f*', '**'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(words, (some) => {
        const document = documentFrom(doc(paragraph(text(some.join(' ')))))!
        expect(plainText(documentOfTyped(typedOf(document)))).toBe(plainText(document))
      }),
    )
  })

  test('an address that somebody types is a link; a program is not', () => {
    expect(renderToString(<RichProse document={documentOfTyped('Zie https://school.example/a.')} />)).toContain(
      '<a href="https://school.example/a" rel="noreferrer" data-turbo="false">https://school.example/a</a>.',
    )
    expect(renderToString(<RichProse document={documentOfTyped('[klik](javascript:alert(1))')} />)).not.toContain('<a')
  })
})

test('a form refuses a text without words and one that is too long', () => {
  const field = richText({ max: 10, empty: 'empty', tooLong: 'long' })
  const problem = (posted: unknown) => field.safeParse(posted).error?.issues[0]?.message
  expect(['Hallo', doc(paragraph(text('Hallo')))].map(problem)).toEqual([undefined, undefined])
  expect(['', ' \n ', undefined, doc(paragraph()), doc({ type: 'script' })].map(problem)).toEqual(
    Array(5).fill('empty'),
  )
  expect(problem('Hallo allemaal')).toBe('long')
})

test('a correction shows which line is new, also where only an address changed', () => {
  const [before, after] = [
    'Neem kleren mee.\n\nZie [hier](https://a.example).',
    'Neem oude kleren mee.\n\nZie [hier](https://b.example).',
  ].map((one) => comparable(documentOfTyped(one)))
  expect(differenceOf(before!, after!)).toEqual([
    { kind: 'gone', text: 'Neem kleren mee.' },
    { kind: 'gone', text: 'Zie hier (https://a.example).' },
    { kind: 'new', text: 'Neem oude kleren mee.' },
    { kind: 'new', text: 'Zie hier (https://b.example).' },
  ])
})

test('a beginning ends with a whole word', () => {
  expect(beginningOf(documentOfTyped('Vanmiddag kreeg elk groepje een stuk.'), 20)).toBe('Vanmiddag kreeg elk…')
})
