import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { EmbedFrame, Link, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { publicPage } from '../public-page.tsx'
import { providerOfFrame } from './providers.ts'
import { markOfEmbed } from './still.tsx'
import { embedTexts } from './texts.ts'

const LONGEST_TITLE = 120

/**
 * Maps, videos and posts of other companies, on a page of their own that lets in that one company and no other; a page of the site
 * can hold this page in a frame once its visitor asked (PROMISES P52).
 */
export const siteEmbeds = new Module('site-embeds', {
  nl: 'Een kaart, video of bericht van een ander bedrijf bekijken',
  en: 'Seeing a map, video or post of another company',
}).get(urls.embed, anyone, (visit) => {
  const { work, language, params, query } = visit
  const frame = query.get('frame') ?? ''
  const provider = providerOfFrame(params.provider, frame)
  if (!provider || params.mark !== markOfEmbed(work, provider.name, frame)) return visit.notFound()
  const t = pick(language, embedTexts)
  const title = (query.get('title') ?? '').slice(0, LONGEST_TITLE) || t.titles[provider.kind]
  visit.header('X-Robots-Tag', 'noindex')
  const options = { title, frames: provider.frames }
  const inside = <EmbedFrame address={frame} title={title} />
  if (query.get('inside')) return visit.page({ ...options, bare: true }, inside)
  return publicPage(visit, options, title, [
    <Text key="from">{t.from(provider.company, provider.learns[language])}</Text>,
    inside,
    <Text key="back">
      <Link to={urls.home()}>{t.back}</Link>
    </Text>,
    <Text key="more">
      <Link to={urls.visitors()}>{t.more}</Link>
    </Text>,
  ])
})
