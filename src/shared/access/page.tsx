import { LRUCache } from 'lru-cache'
import type { Me } from '#shared/identity/me.ts'
import { roleWord } from '#shared/identity/role-words.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { Link, Page, type PageProps, renderInside, renderPage, Shell, type ShellProps, Text } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import { logoOf } from './logo.ts'
import type { Note, Place } from './place.ts'
import type { PageOptions } from './visit.ts'

/** Where the page says it is: the place whose address is the longest beginning of the page's own. */
const currentPlace = (places: readonly Place[], path: string): Place | undefined =>
  places
    .filter((place) => path === place.address || path.startsWith(`${place.address}/`))
    .sort((one, other) => other.address.length - one.address.length)[0]

/** Everything around a page's content, as plain data. */
type Frame = { readonly page: Omit<PageProps, 'children'>; readonly shell: Omit<ShellProps, 'children'> | null }

/** Stands where the content goes; no text may hold it (it is a private character). */
const CONTENT = '\u{e000}'
const FRAMES_KEPT = 1_000
const frames = new LRUCache<string, readonly [before: string, after: string]>({ max: FRAMES_KEPT })

/** Around page after page of one person the same document stands: it is made once, and a third of the work is the content's. */
const around = (frame: Frame): readonly [before: string, after: string] => {
  const key = JSON.stringify(frame)
  const known = frames.get(key)
  if (known) return known
  const { page, shell } = frame
  const html = renderPage(<Page {...page}>{shell ? <Shell {...shell}>{CONTENT}</Shell> : CONTENT}</Page>)
  const made = html.split(CONTENT) as [string, string]
  frames.set(key, made)
  return made
}

/** The whole page as HTML text: the organisation's document around content, with rail and bar unless it is bare. */
export const pageOf = (asked: {
  visit: { site: Site; language: Language; me: Me | null; request: Request }
  places: readonly Place[]
  note?: Note | undefined
  options: PageOptions
  /** The address that tells when this page changed. */
  live?: string | undefined
  content: Child
}): string => {
  const { visit, note, options, content } = asked
  const { site, language, me } = visit
  const page = {
    language,
    title: options.title,
    organisation: site.name,
    manifest: urls.manifest(),
    theme: { hue: site.hue, chroma: site.chroma },
    ...(options.otherThemes ? { otherThemes: options.otherThemes } : {}),
    ...(options.passkeys ? { passkeys: true } : {}),
    ...(options.editor ? { editor: true } : {}),
    ...(options.formsTo || options.frames ? { whole: true } : {}),
    ...(asked.live ? { live: asked.live } : {}),
  }
  const bare = options.bare || !me
  const [before, after] = around({ page, shell: bare ? null : shellOf(visit.request, site, language, me, asked) })
  const inside = bare || !note ? content : [content, <NoteLine key="note" note={note} language={language} />]
  return before + renderInside(language, inside) + after
}

const needsAnswer = { nl: 'wachten op jou', en: 'wait for you' } as const

const shellOf = (
  request: Request,
  site: Site,
  language: Language,
  me: Me,
  { places, options }: { places: readonly Place[]; options: PageOptions },
): Omit<ShellProps, 'children'> => {
  const mine = places.filter((place) => place.rule(me)).sort((one, other) => one.order - other.order)
  const here = currentPlace(mine, new URL(request.url).pathname)
  return {
    organisation: { name: site.name, mark: site.mark as never, logo: logoOf(site) },
    places: mine.map((place) => ({
      to: place.address,
      word: place.word[language],
      icon: place.icon,
      current: place === here,
      ...(place === here && options.count ? { count: { number: options.count, label: needsAnswer[language] } } : {}),
      railOnly: place.railOnly ?? false,
    })),
    me: { id: me.id, name: me.name, role: roleWord(me, language), to: urls.me() },
    wide: options.wide ?? false,
  }
}

const NoteLine = ({ note, language }: { note: Note; language: Language }) => (
  <Text small quiet>
    <Link to={note.address} quiet plain>
      {note.word[language]}
    </Link>
  </Text>
)
