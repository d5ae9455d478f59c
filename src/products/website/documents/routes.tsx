import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { removeFile } from '#shared/files/stored.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick, type Texts } from '#shared/language/index.ts'
import { BackLink, Button, Empty, Form, List, Notice, PageHead, Row, UploadField } from '#shared/ui/index.ts'
import {
  acceptOf,
  attachUploads,
  onTheirWay,
  problemSentence,
  takePosted,
  uploadPurpose,
} from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import { typedList } from '../blocks/typed.ts'
import { publishSite } from '../publishing/publish.ts'
import { editor } from '../rules.ts'
import { documentsOf } from './queries.ts'

const nl = {
  title: 'Documenten van de website',
  text: 'Wat je hier toevoegt, kun je op een pagina zetten. Wat in een document staat, kan niet iedereen lezen: zet het liever op de pagina zelf.',
  add: 'Voeg documenten toe',
  save: 'Voeg toe',
  none: 'Er zijn nog geen documenten',
  waits: 'Documenten die nog worden nagekeken',
  remove: 'Haal weg',
  back: 'Website',
}
const en: Texts<typeof nl> = {
  title: 'Documents of the website',
  text: 'What you add here can be put on a page. Not everyone can read what stands in a document: rather put it on the page itself.',
  add: 'Add documents',
  save: 'Add',
  none: 'There are no documents yet',
  waits: 'Documents that are being checked',
  remove: 'Remove',
  back: 'Website',
}
const texts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }

const documentUploads = uploadPurpose({
  name: 'site-document',
  rule: editor,
  documents: true,
  maxBytes: 20 * 1024 * 1024,
  arrived: async (work, { file, name, by }) => {
    if (!file) return
    const stored = await work.db
      .selectFrom('stored_file')
      .select(['type', 'bytes'])
      .where('id', '=', file)
      .executeTakeFirst()
    if (!stored) return
    const title = name.replace(/\.[a-z]{2,5}$/i, '').slice(0, 200) || 'document'
    await work.db
      .insertInto('site_document')
      .values({ id: file, title, type: stored.type, bytes: stored.bytes, made_by: by, made_at: work.now })
      .execute()
  },
})

type Refused = Awaited<ReturnType<typeof takePosted>>

const show = async (visit: Visit<string, Me>, refused: Refused = []) => {
  const { work, language } = visit
  const t = pick(language, texts)
  const documents = await documentsOf(work)
  const coming = await onTheirWay(work, documentUploads, work.organisation)
  const wrong = [...refused, ...coming].flatMap(({ name, problem }) =>
    problem ? [`${name}: ${problemSentence(language, problem, documentUploads.maxBytes)}`] : [],
  )
  return visit.page(
    { title: t.title, status: refused.length > 0 ? 422 : 200, live: `uploads/${work.organisation}` },
    <>
      <BackLink to={urls.website()}>{t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {wrong.map((text) => (
        <Notice key={text} kind="alert">
          {text}
        </Notice>
      ))}
      <Form action={urls.siteDocuments()} multipart>
        <UploadField
          name="documents"
          label={t.add}
          purpose={documentUploads.name}
          to={urls.uploads()}
          accept={acceptOf(documentUploads)}
          then=""
        />
        <Button icon="upload">{t.save}</Button>
      </Form>
      {coming.some(({ problem }) => !problem) && <Notice kind="waiting">{t.waits}</Notice>}
      {documents.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List label={t.title}>
          {documents.map(({ id, title, type }) => (
            <Row
              key={id}
              title={title}
              text={type.toUpperCase()}
              icon="file-text"
              end={
                <Form action={urls.removeSiteDocument({ document: id })}>
                  <Button look="line" icon="trash-2" label={`${t.remove}: ${title}`}>
                    {t.remove}
                  </Button>
                </Form>
              }
            />
          ))}
        </List>
      )}
    </>,
  )
}

/** Documents that pages of the site offer. */
export const documents = new Module('website', {
  nl: 'Documenten op de website zetten',
  en: 'Put documents on the website',
})
  .get(urls.siteDocuments, editor, (visit) => show(visit))
  .post(
    urls.siteDocuments,
    editor,
    async (visit) => {
      const { work, me, files, typed } = visit
      const to = { person: me.id, row: work.organisation }
      await attachUploads(work, documentUploads, { ...to, uploads: typedList(typed.upload) })
      const refused = await takePosted(work, files, documentUploads, { ...to, posted: visit.filesIn('documents') })
      return refused.length > 0 ? show(visit, refused) : visit.seeOther(urls.siteDocuments())
    },
    { maxBytes: 32 * 1024 * 1024 },
  )
  .post(urls.removeSiteDocument, editor, async (visit) => {
    const { work, params } = visit
    const there = (await documentsOf(work)).some(({ id }) => id === params.document)
    if (!there) return visit.notFound()
    await removeFile(work, params.document)
    await publishSite(work)
    return visit.seeOther(urls.siteDocuments())
  })
