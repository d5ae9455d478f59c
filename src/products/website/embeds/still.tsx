import { type Language, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { EmbedStill } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Embed, embedOf } from './providers.ts'
import { embedTexts } from './texts.ts'

/** Shows that a frame's address was put on a page of this organisation: nobody makes our host show something else. */
export const markOfEmbed = (work: Work, provider: string, frame: string): string =>
  work.hash('embed', `${provider} ${frame}`).slice(0, 32)

/** Something of another company as a page holds it: by what an editor pasted, with the mark that opens it. */
export type MarkedEmbed = Embed & { readonly mark: string }

/** What an editor pasted, ready to be put on a page; nothing for an address of nobody on the list. */
export const markedEmbed = (work: Work, pasted: string): MarkedEmbed | null => {
  const embed = embedOf(pasted)
  return embed && { ...embed, mark: markOfEmbed(work, embed.provider.name, embed.frame) }
}

/** Its still, on any page: says whose it is and what they learn, and asks. Nothing of them is loaded. */
export const Still = ({ language, embed, title }: { language: Language; embed: MarkedEmbed; title: string }) => {
  const t = pick(language, embedTexts)
  const { provider, frame, mark } = embed
  const address = { provider: provider.name, mark }
  const shown = { frame, title }
  return (
    <EmbedStill
      kind={provider.kind}
      title={title || t.titles[provider.kind]}
      text={t.from(provider.company, provider.learns[language])}
      button={t.show[provider.kind]}
      remember={t.remember}
      provider={provider.name}
      page={urls.embed(address, shown)}
      frame={urls.embed(address, { ...shown, inside: 'yes' })}
    />
  )
}
