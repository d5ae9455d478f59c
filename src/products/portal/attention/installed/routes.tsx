import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import { pick, type Texts } from '#shared/language/index.ts'
import { assets, PlainScreen, serviceWorker, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'

const nl = {
  title: 'Geen verbinding',
  text: 'Schoolplein kan nu niets ophalen. Probeer het zo nog een keer.',
  call: 'Heeft het haast? Bel dan school.',
}
const en: Texts<typeof nl> = {
  title: 'No connection',
  text: 'Schoolplein cannot fetch anything now. Try again in a while.',
  call: 'Is it urgent? Call the school.',
}

/** What a home screen shows of a school's Schoolplein (W3C Web Application Manifest). */
const manifestOf = (name: string, language: string) => {
  const icon = (size: 192 | 512, purpose: 'any' | 'maskable') => ({
    src: assets()[`app${size}`].url,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: '/',
    name,
    short_name: name,
    lang: language,
    start_url: urls.home(),
    scope: '/',
    display: 'standalone',
    background_color: '#fffdfb',
    theme_color: '#fffdfb',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
}

/** What lets a home screen take Schoolplein as an app: the manifest, the service worker, and a page without a connection. */
export const installed = new Module('installed', { nl: 'Schoolplein als app', en: 'Schoolplein as an app' })
  .get(urls.manifest, anyone, (visit) =>
    visit.send(JSON.stringify(manifestOf(visit.site.name, visit.site.language)), 'application/manifest+json'),
  )
  .get(urls.serviceWorker, anyone, (visit) => {
    visit.header('Cache-Control', 'no-cache')
    return visit.send(serviceWorker(), 'text/javascript; charset=utf-8')
  })
  .get(urls.offline, anyone, (visit) => {
    const t = pick(visit.language, { nl, en })
    return visit.page(
      { title: t.title, bare: true },
      <PlainScreen title={t.title}>
        <Text>{t.text}</Text>
        <Text>{t.call}</Text>
      </PlainScreen>,
    )
  })
