import type { Me } from '#shared/identity/me.ts'
import { roleWord } from '#shared/identity/role-words.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { Link, Page, renderPage, Shell, Text } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import type { Note, Place } from './place.ts'
import type { PageOptions } from './visit.ts'

/** Where the page says it is: the place whose address is the longest beginning of the page's own. */
const currentPlace = (places: readonly Place[], path: string): Place | undefined =>
  places
    .filter((place) => path === place.address || path.startsWith(`${place.address}/`))
    .sort((one, other) => other.address.length - one.address.length)[0]

/** The whole page as HTML text: the organisation's document around content, with rail and bar unless it is bare. */
export const pageOf = (page: {
  visit: { site: Site; language: Language; me: Me | null; request: Request }
  places: readonly Place[]
  note?: Note | undefined
  options: PageOptions
  /** The address that tells when this page changed. */
  live?: string | undefined
  content: Child
}): string => {
  const { visit, note, options, content } = page
  const { site, language, me } = visit
  const mine = page.places.filter((place) => place.rule(me)).sort((one, other) => one.order - other.order)
  const here = currentPlace(mine, new URL(visit.request.url).pathname)
  return renderPage(
    <Page
      language={language}
      title={options.title}
      organisation={site.name}
      theme={{ hue: site.hue, chroma: site.chroma }}
      {...(options.passkeys ? { passkeys: true } : {})}
      {...(options.formsTo ? { whole: true } : {})}
      {...(page.live ? { live: page.live } : {})}
    >
      {options.bare || !me ? (
        content
      ) : (
        <Shell
          organisation={{ name: site.name, mark: site.mark as never }}
          places={mine.map((place) => ({
            to: place.address,
            word: place.word[language],
            icon: place.icon,
            current: place === here,
            railOnly: place.railOnly ?? false,
          }))}
          me={{ id: me.id, name: me.name, role: roleWord(me, language), to: urls.me() }}
          wide={options.wide ?? false}
        >
          {content}
          {note && (
            <Text small quiet>
              <Link to={note.address} quiet plain>
                {note.word[language]}
              </Link>
            </Text>
          )}
        </Shell>
      )}
    </Page>,
  )
}
