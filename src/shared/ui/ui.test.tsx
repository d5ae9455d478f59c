import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { DayList } from '#test/gallery/day-list.tsx'
import { gallery } from '#test/gallery/index.tsx'
import {
  Avatar,
  Button,
  type Child,
  Choice,
  Field,
  Form,
  initials,
  Link,
  NotStoredPage,
  Page,
  productTheme,
  renderPage,
  Segment,
  Select,
  Shell,
  safeAddress,
  Text,
  TextArea,
} from './index.ts'

const html = (child: Child) => renderToString(<div>{child}</div>)
const pages = Object.entries(gallery).map(([name, make]) => [name, renderPage(make())] as const)

describe.for(pages)('the page %s', ([, page]) => {
  test('has no inline style, script or handler', () => {
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)|\son[a-z]+=/)
    expect(page).not.toMatch(/javascript:/i)
  })

  test('loads only hashed files of this host, with integrity', () => {
    for (const [tag] of page.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)) {
      expect(tag).toMatch(/(?:src|href)="\/assets\/[^"]+"/)
      expect(tag).toMatch(/integrity="sha384-/)
    }
  })

  test('has one heading of level 1, one main, a language and a title', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page.match(/<main/g)).toHaveLength(1)
    expect(page).toMatch(/^<!doctype html><html lang="nl" dir="ltr">/)
    expect(page).toMatch(/<title>[^<]+<\/title>/)
  })

  test('gives every box a label, and every reference an element', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const boxes = [...page.matchAll(/<(?:input|select|textarea)[^>]*class="box[^>]*>/g)].map(([tag]) => tag)
    for (const box of boxes.filter((tag) => !tag.includes('aria-label='))) {
      const id = /\sid="([^"]+)"/.exec(box)?.[1]
      expect(page).toContain(`<label for="${id}"`)
    }
    for (const [, list] of page.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const id of list!.split(' ')) expect(ids).toContain(id)
    }
    expect(ids.size).toBe([...page.matchAll(/\sid="/g)].length)
  })
})

test('the day list of a class stays is under 15 KB of packed HTML', async () => {
  const { gzipSync } = await import('node:zlib')
  expect(gzipSync(renderPage(DayList())).byteLength).toBeLessThan(15 * 1024)
})

describe('what people typed', () => {
  const evil = '<img src=x onerror=alert(1)>"\''

  test('is text wherever it stands', () => {
    const page = html([
      <Text>{evil}</Text>,
      <Field name="a" label={evil} value={evil} hint={evil} error={evil} />,
      <TextArea name="b" label={evil} value={evil} />,
      <Select name="c" label={evil} value={evil} options={[{ value: evil, label: evil }]} />,
      <Button label={evil}>{evil}</Button>,
      <Avatar id={evil} name={evil} />,
      <Segment action="/x" name="s" label={evil} options={[{ value: evil, label: evil, kind: 'here' }]} />,
    ])
    expect(page).not.toContain('<img')
    expect(page).not.toMatch(/="[^"]*<img/)
  })

  test('keeps its lines in a text area, the first one too', () => {
    expect(html(<TextArea name="b" label="b" value={'\neen\ntwee'} />)).toContain('>\n\neen\ntwee</textarea>')
  })

  test('comes back with a refused form', () => {
    const page = html(
      <Form action="/x" requestKey="k1">
        <Select
          name="c"
          label="c"
          value="2"
          options={[
            { value: '1', label: 'een' },
            { value: '2', label: 'twee' },
          ]}
        />
        <Choice
          name="d"
          legend="d"
          several
          chosen={['b']}
          options={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
        />
      </Form>,
    )
    expect(page).toContain('<option value="2" selected>')
    expect(page).toContain('value="b" checked')
    expect(page).toContain('<input type="hidden" name="requestKey" value="k1"/>')
  })
})

describe('an address', () => {
  test.for([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\x',
    'zonder schema',
    '',
  ])('%j is not linked, and its words stay', (address) => {
    expect(safeAddress(address)).toBeNull()
    expect(html(<Link to={address}>klik</Link>)).toBe('<div><span>klik</span></div>')
  })

  test.for([
    '/pad?x=1#y',
    '#deel',
    '?blad=2',
    'https://example.org/a',
    'mailto:a@b.example',
    'tel:+31201234567',
  ])('%s is linked', (address) => expect(html(<Link to={address}>klik</Link>)).toContain('href='))

  test('of our own code that is not allowed fails at once', () => {
    expect(() => html(<Form action="javascript:x">{null}</Form>)).toThrow(TypeError)
  })

  test('on another host gets no referrer', () => {
    expect(html(<Link to="https://example.org/">klik</Link>)).toContain('rel="noreferrer"')
  })
})

describe('a field', () => {
  test('binds hint, readers and error, in that order, and says what is wrong', () => {
    const field = html(
      <Field name="until" label="Tot en met" hint="Een dag." readers="Dit leest juf." error="Kies 30 november." />,
    )
    expect(field).toContain('aria-describedby="field-until-hint field-until-readers field-until-error"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('id="field-until-error"')
  })

  test('is required unless it says so', () => {
    expect(html(<Field name="a" label="A" />)).toContain('required')
    expect(html(<Field name="a" label="A" optional />)).toContain('Hoeft niet')
    expect(html(<Field name="a" label="A" optional />)).not.toContain('required')
  })

  test('speaks the language of its page', () => {
    const page = renderPage(
      <Page language="en" title="T" organisation="O" theme={productTheme}>
        <Field name="a" label="A" optional />
      </Page>,
    )
    expect(page).toContain('Optional')
    expect(page).toContain('<html lang="en"')
  })
})

describe('a button', () => {
  test('that is off stays reachable, does not submit and says why', () => {
    const off = html(<Button off="Nog niet alles is ingevuld.">Publiceer</Button>)
    expect(off).toContain('aria-disabled="true"')
    expect(off).toContain('type="button"')
    expect(off).not.toContain(' disabled')
    expect(off).toContain('Nog niet alles is ingevuld.')
  })

  test('of a segment is a submit button that says whether it is chosen', () => {
    const segment = html(
      <Segment
        action="/m"
        name="state"
        chosen="late"
        label="Kees Dekker"
        options={[
          { value: 'here', label: 'Er', kind: 'here' },
          { value: 'late', label: 'Laat', kind: 'late' },
        ]}
      />,
    )
    expect(segment).toContain('aria-label="Kees Dekker"')
    expect(segment).toMatch(/type="submit"[^>]*value="late"[^>]*aria-pressed="true"/)
    expect(segment).toMatch(/value="here"[^>]*aria-pressed="false"/)
  })
})

describe('the shell', () => {
  const places = Array.from({ length: 7 }, (_, index) => ({
    to: `/p${index}`,
    word: `Plek ${index}`,
    icon: 'sun' as const,
  }))
  const me = { id: 'h', name: 'Hatice Aydın', role: 'Leerkracht', to: '/me' }

  test('holds five places in the bar and keeps the rest, and the person, within reach', () => {
    const shell = html(
      <Shell organisation={{ name: 'O', mark: 'mill' }} places={places} me={me}>
        x
      </Shell>,
    )
    expect(shell.match(/class="place"/g)).toHaveLength(5)
    expect(shell.split('class="more"')[1]).toMatch(/Plek 5.*Plek 6.*Hatice Aydın/)
  })
})

test('what was posted and not stored travels along, names that come twice too', () => {
  const posted = [
    ['pupil', 'zuri'],
    ['pupil', 'tobi'],
    ['requestKey', 'k1'],
  ] as const
  const page = renderPage(
    <NotStoredPage
      title="Even geen verbinding"
      language="nl"
      organisation="O"
      theme={productTheme}
      action="/absences"
      posted={posted}
    />,
  )
  for (const [name, value] of posted) expect(page).toContain(`<input type="hidden" name="${name}" value="${value}"/>`)
  expect(page).toContain('data-behaviour="resend"')
  expect(page).toContain('Geen verbinding. School heeft je melding nog niet. We versturen hem zodra het kan.')
})

test('initials skip what stands between first and last name, and know letters beyond ASCII', () => {
  expect(['Finn van der Meulen', 'Şeyma Öz', 'Київ', '  Mila ', ''].map(initials)).toEqual(['FM', 'ŞÖ', 'К', 'M', ''])
})
