import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Field } from '#shared/ui/index.ts'
import { type AnyKind, blockKind } from '../blocks/block.ts'
import { typedText } from '../blocks/typed.ts'
import { embedBlockTexts } from './block-texts.ts'
import { type EmbedKind, embedOf, providers } from './providers.ts'
import { type MarkedEmbed, markedEmbed, Still } from './still.tsx'

type Data = { readonly address: string; readonly title: string }
type Facts = ReadonlyMap<string, MarkedEmbed>

const loaded = async (work: Work, all: readonly Data[]): Promise<Facts> =>
  new Map(
    all.flatMap(({ address }) => {
      const embed = markedEmbed(work, address)
      return embed ? [[address, embed] as const] : []
    }),
  )

const companiesOf = (kind: EmbedKind): string =>
  providers
    .filter((one) => one.kind === kind)
    .map(({ company }) => company)
    .join(', ')

const icons = { map: 'map-pin', video: 'image', social: 'message-circle' } as const

/**
 * Something of another company on a page: its still stands there, drawn by us, until the visitor asks. An address of a company that
 * is not on the list of `providers.ts` cannot be put on a page.
 */
const embedBlock = (kind: EmbedKind): AnyKind =>
  blockKind<Data, Facts>({
    type: kind,
    word: { nl: embedBlockTexts.nl.words[kind], en: embedBlockTexts.en.words[kind] },
    text: { nl: embedBlockTexts.nl.texts[kind], en: embedBlockTexts.en.texts[kind] },
    icon: icons[kind],
    empty: { address: '', title: '' },
    form: z.object({
      address: z.string('address').refine((typed) => embedOf(typed)?.provider.kind === kind, 'address'),
      title: z.string('title').min(1, 'title').max(120, 'title'),
    }),
    typedOf: (data) => data,
    load: loaded,
    script: true,
    Fields: ({ language, typed, problems }) => {
      const t = pick(language, embedBlockTexts)
      return (
        <>
          <Field
            name="address"
            type="url"
            label={t.address}
            hint={t.addressHint(companiesOf(kind))}
            value={typedText(typed.address)}
            error={problems.address && t.problems.address(companiesOf(kind))}
            maxLength={1000}
          />
          <Field
            name="title"
            label={t.title}
            hint={t.titleHint}
            value={typedText(typed.title)}
            error={problems.title && t.problems.title}
            maxLength={120}
          />
        </>
      )
    },
    Show: ({ data, facts, on }) => {
      const embed = facts.get(data.address)
      return embed ? <Still language={on.language} embed={embed} title={data.title} /> : null
    },
    words: ({ title }) => title,
    faults: ({ address, title }) => (embedOf(address) && title ? [] : [{ kind: 'empty', about: title }]),
  })

/** A map, a video and a post of another company. */
export const embedBlocks: readonly AnyKind[] = [embedBlock('map'), embedBlock('video'), embedBlock('social')]
