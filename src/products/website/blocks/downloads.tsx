import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import { DocumentChoice, Field, SiteDownloads } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { blockKind } from './block.ts'
import { blockTexts } from './texts.ts'
import { typedList, typedText } from './typed.ts'

type Data = { readonly title: string; readonly documents: readonly string[] }

/** Documents to keep or print; what a page can say is better said on the page. */
export const downloads = blockKind<Data>({
  type: 'downloads',
  word: { nl: 'Documenten', en: 'Downloads' },
  text: { nl: 'Bestanden om te bewaren of te printen.', en: 'Files to keep or to print.' },
  icon: 'download',
  empty: { title: '', documents: [] },
  form: z.object({
    title: z.string('heading').max(120, 'heading'),
    documents: many(z.uuid('documents')).refine((chosen) => chosen.length > 0, 'documents'),
  }),
  typedOf: (data) => data,
  Fields: ({ language, typed, problems, on }) => {
    const t = pick(language, blockTexts)
    const chosen = typedList(typed.documents)
    return (
      <>
        <Field
          name="title"
          label={t.heading}
          value={typedText(typed.title)}
          error={problems.title && t.problems.heading}
          maxLength={120}
          optional
        />
        <DocumentChoice
          name="documents"
          label={t.documents}
          documents={[...on.documents.values()].map(({ id, title }) => ({ id, title, chosen: chosen.includes(id) }))}
          add={{ to: urls.siteDocuments(), word: t.addDocument }}
          error={problems.documents && t.problems.documents}
        />
      </>
    )
  },
  Show: ({ data, on }) => (
    <SiteDownloads
      title={data.title}
      documents={data.documents.flatMap((id) => {
        const document = on.documents.get(id)
        return document ? [document] : []
      })}
    />
  ),
  words: ({ title }) => title,
  files: ({ documents }) => documents,
})
