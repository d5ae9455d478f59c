import { findGroup, listGroups } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  Empty,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Picture,
  Row,
  Section,
  Select,
  TextArea,
  UploadField,
} from '#shared/ui/index.ts'
import { acceptOf, onTheirWay, problemSentence } from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import { typedList, typedText } from '../blocks/typed.ts'
import { editorAddress, keptFromSite, namesOfPupils, type PictureRow, picturesOf } from './queries.ts'
import { type PictureTexts, pictureTexts } from './texts.ts'
import { pictureUploads } from './uploading.ts'

type Refused = Awaited<ReturnType<typeof import('#shared/uploads/index.ts').takePosted>>

/** In a few words whether a picture may be on the site, and who keeps it from there. */
const stateOf = async (visit: Visit<string, Me>, t: PictureTexts, pictures: readonly PictureRow[]) => {
  const kept = await keptFromSite(visit.work, pictures)
  const names = new Map<string, string>()
  for (const { id, alt } of pictures) {
    const why = kept.get(id)
    if (!why) names.set(id, alt ? t.states.may : t.states.noAlt)
    else if ('unknown' in why) names.set(id, t.states.unknown)
    else
      names.set(id, t.states.mayNot((await namesOfPupils(visit.work, why.pupils)).map(({ name }) => name).join(', ')))
  }
  return names
}

/** All pictures of the site, with where to add one. */
export const showPictures = async (visit: Visit<string, Me>, refused: Refused = []): Promise<Response> => {
  const { work, language } = visit
  const t = pick(language, pictureTexts)
  const pictures = await picturesOf(work)
  const states = await stateOf(visit, t, pictures)
  const coming = await onTheirWay(work, pictureUploads, work.organisation)
  const wrong = [...refused, ...coming.filter(({ problem }) => problem)].flatMap(({ name, problem }) =>
    problem ? [{ name, text: problemSentence(language, problem, pictureUploads.maxBytes) }] : [],
  )
  return visit.page(
    { title: t.title, status: refused.length > 0 ? 422 : 200, live: `uploads/${work.organisation}` },
    <>
      <BackLink to={urls.website()}>{pick(language, { nl: 'Website', en: 'Website' })}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {wrong.map(({ name, text }) => (
        <Notice key={name} kind="alert">{`${name}: ${text}`}</Notice>
      ))}
      <Form action={urls.sitePictures()} multipart>
        <UploadField
          name="photos"
          label={t.add}
          purpose={pictureUploads.name}
          to={urls.uploads()}
          accept={acceptOf(pictureUploads)}
          then=""
        />
        <Button icon="upload">{t.save}</Button>
      </Form>
      {coming.some(({ problem }) => !problem) && <Notice kind="waiting">{t.onTheirWay}</Notice>}
      {pictures.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List label={t.title}>
          {pictures.map(({ id, alt }) => (
            <Row
              key={id}
              title={alt || t.states.noAlt}
              to={urls.sitePictureSettings({ picture: id })}
              text={states.get(id)}
              person={{ id, name: alt, photo: editorAddress(id)('small', 'webp') }}
            />
          ))}
        </List>
      )}
    </>,
  )
}

type Problems = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

/** One picture: what it shows, what stays in view, and who is on it. */
export const showPicture = async (visit: Visit<string, Me>, id: string, refused?: Problems): Promise<Response> => {
  const { work, me, language, query } = visit
  const picture = (await picturesOf(work)).find((one) => one.id === id)
  if (!picture) return visit.notFound()
  const t = pick(language, pictureTexts)
  const problem = (name: 'alt' | 'children' | 'pupils') => refused?.problems[name] && t.problems[name]
  const typed: Typed = refused?.typed ?? {
    alt: picture.alt,
    focus: String(picture.focus),
    children: picture.children,
    pupils: picture.pupils,
  }
  const chosen = typedList(typed.pupils)
  const groups = await listGroups(work, me)
  const group = query.get('group') ? await findGroup(work, me, query.get('group')!) : null
  const names = new Map((await namesOfPupils(work, chosen)).map((one, at) => [chosen[at]!, one.name]))
  for (const pupil of group?.pupils ?? []) names.set(pupil.id, pupil.name)
  const address = urls.sitePictureSettings({ picture: id })
  return visit.page(
    { title: t.one, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.sitePictures()}>{t.back}</BackLink>
      <PageHead title={t.one} />
      <Picture src={editorAddress(id)('middle', 'webp')} alt={picture.alt} />
      <Form action={address} method="get" filter>
        <Select
          name="group"
          label={t.group}
          options={groups.map((one) => ({ value: one.id, label: one.name }))}
          value={query.get('group') ?? undefined}
          optional
        />
        <Button look="line">{t.showGroup}</Button>
      </Form>
      <Form action={address}>
        {refused && <FormErrors />}
        <TextArea
          name="alt"
          label={t.alt}
          hint={t.altHint}
          value={typedText(typed.alt)}
          error={problem('alt')}
          maxLength={250}
        />
        <Choice
          name="children"
          legend={t.children}
          options={(['none', 'some'] as const).map((value) => ({ value, label: t.childrenWords[value] }))}
          chosen={group ? 'some' : typedText(typed.children)}
          error={problem('children')}
          columns={2}
        />
        {names.size > 0 || problem('pupils') ? (
          <Choice
            name="pupils"
            legend={t.which}
            options={[...names].map(([value, label]) => ({ value, label }))}
            chosen={chosen}
            several
            columns={2}
            error={problem('pupils')}
            optional
          />
        ) : null}
        <Choice
          name="focus"
          legend={t.focus}
          options={t.focusWords.map((label, at) => ({ value: String(at), label }))}
          chosen={typedText(typed.focus)}
          columns={3}
        />
        <Button>{t.keep}</Button>
      </Form>
      <Section>
        <Form action={urls.removeSitePicture({ picture: id })}>
          <Button look="alert-line" icon="trash-2">
            {t.remove}
          </Button>
        </Form>
      </Section>
    </>,
  )
}
