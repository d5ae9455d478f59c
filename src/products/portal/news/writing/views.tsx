import { clock, dayLong, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  Actions,
  BackLink,
  Button,
  Check,
  Choice,
  Columns,
  DateField,
  Dependent,
  Field,
  Foot,
  Form,
  FormErrors,
  Notice,
  PageHead,
  type ReaderNames,
  Readers,
  RichTextField,
  Stack,
  Text,
  TimeField,
  UploadField,
} from '#shared/ui/index.ts'
import { acceptOf } from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import type { NewsTexts } from '../texts.ts'
import { fileUploads, photoUploads } from '../uploads.ts'
import { Arriving, BlockedPhotos, FilesWritten, PhotosWritten } from './added-views.tsx'
import type { Draft, Written } from './draft.ts'
import type { Problems } from './form.ts'
import { type Added, blockedIn } from './queries.ts'

export type Props = { readonly t: NewsTexts; readonly language: Language }

export type ComposerProps = Props & {
  readonly id: string | null
  readonly requestKey: string
  readonly state: Draft['state']
  readonly written: Written
  readonly later: boolean
  readonly changedAt: Date | null
  readonly added: Added
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly wholeSchool: boolean
  readonly readers: { readonly readers: string; readonly readerNames: ReaderNames | undefined } | null
  readonly problems: Problems
  /** Why it cannot be published yet, besides the fields. */
  readonly refused: string | null
  readonly pings: string | null
  readonly said: string | null
}

const problemOf = (t: NewsTexts, code: string | undefined): string | undefined =>
  code && (t.compose.problems[code as 'title'] as string)

const Audience = ({ t, written, groups, wholeSchool, problems, state }: ComposerProps) =>
  state === 'published' ? (
    <Text>
      {t.compose.forWords(
        written.wholeSchool
          ? t.school
          : groups
              .filter(({ id }) => written.groups.includes(id))
              .map(({ name }) => name)
              .join(', '),
      )}
    </Text>
  ) : (
    <Choice
      name="for"
      legend={t.compose.for}
      several
      columns={3}
      options={[
        ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ...(wholeSchool ? [{ value: 'school', label: t.school }] : []),
      ]}
      chosen={written.wholeSchool ? ['school'] : written.groups}
      error={problemOf(t, problems.for)}
      behaviour="send-form-on-change"
    />
  )

const HowAndWhen = ({ t, written, later, problems, pings, state }: ComposerProps) => {
  const at = written.publishAt
  return (
    <Stack gap="loose">
      {state !== 'published' && (
        <>
          <Choice
            name="class"
            legend={t.compose.class}
            options={(['to-know', 'answer', 'urgent'] as const).map((value) => ({
              value,
              label: t.compose.classes[value][0]!,
              hint: t.compose.classes[value][1]!,
            }))}
            chosen={written.class}
          />
          <Dependent when="class=answer">
            <DateField
              name="answerBy"
              label={t.compose.answerBy}
              value={written.answerBy ?? undefined}
              error={problemOf(t, problems.answerBy)}
              mayBeEmpty
            />
          </Dependent>
          <Choice
            name="when"
            legend={t.compose.when}
            options={[
              { value: 'now', label: t.compose.now },
              { value: 'later', label: t.compose.later },
            ]}
            chosen={later ? 'later' : 'now'}
          />
          <Dependent when="when=later">
            <DateField
              name="onDay"
              label={t.compose.onDay}
              value={at ? dayOf(at) : undefined}
              error={problemOf(t, problems.onDay)}
              mayBeEmpty
            />
            <TimeField
              name="onTime"
              label={t.compose.onTime}
              value={at ? clock('nl', at).replace('.', ':') : undefined}
              mayBeEmpty
            />
          </Dependent>
        </>
      )}
      <DateField
        name="expiresOn"
        label={t.compose.expires}
        hint={t.compose.expiresHint}
        value={written.expiresOn ?? undefined}
        error={problemOf(t, problems.expiresOn)}
        optional
      />
      <Check name="pinned" label={t.compose.pinned} checked={written.pinned} />
      {pings && (
        <Text small quiet>
          {pings}
        </Text>
      )}
    </Stack>
  )
}

const Buttons = ({ t, language, id, state, later, changedAt }: ComposerProps) => (
  <Foot text={changedAt && t.keptAt(`${dayLong(language, changedAt)}, ${clock(language, changedAt)}`)}>
    <Actions>
      <Button name="do" value="publish" icon="send">
        {state === 'published' ? t.compose.correct : later ? t.compose.plan : t.compose.publish}
      </Button>
      {state !== 'published' && (
        <>
          <Button name="do" value="preview" look="line" icon="eye">
            {t.compose.preview}
          </Button>
          <Button name="do" value="save" look="line">
            {t.compose.save}
          </Button>
        </>
      )}
      {id && (
        <Button name="do" value="withdraw" look="alert-line" icon="trash-2">
          {t.compose.remove}
        </Button>
      )}
    </Actions>
  </Foot>
)

/** Where news is written: for whom, the words, photos and files, how urgent and when. */
export const Composer = (props: ComposerProps) => {
  const { t, id, requestKey, state, written, added, readers, problems, refused, said } = props
  const blocked = blockedIn(added.photos)
  const reading = readers && <Readers names={readers.readerNames}>{readers.readers}</Readers>
  return (
    <>
      <BackLink to={state === 'published' && id ? urls.newsItem({ id }) : urls.news()}>{t.title}</BackLink>
      <PageHead title={state === 'published' ? t.compose.editTitle : t.compose.title} />
      <Form
        action={id ? urls.editNews({ id }) : urls.newNews()}
        {...(id ? {} : { requestKey })}
        multipart
        wide
        behaviour="depend"
      >
        {said && <Notice kind="received">{said}</Notice>}
        {(refused || Object.keys(problems).length > 0) && <FormErrors>{refused}</FormErrors>}
        <Columns side={<HowAndWhen {...props} />}>
          <Stack gap="loose">
            <Audience {...props} />
            {reading ?? <Readers>{t.compose.nobody}</Readers>}
            <Field
              name="title"
              label={t.compose.heading}
              value={written.title}
              maxLength={120}
              error={problemOf(t, problems.title)}
              mayBeEmpty
            />
            <RichTextField
              name="text"
              label={t.compose.text}
              document={written.document}
              error={problemOf(t, problems.text)}
              mayBeEmpty
            />
            <UploadField
              purpose={photoUploads.name}
              to={urls.uploads()}
              accept={acceptOf(photoUploads)}
              name="photos"
              label={t.compose.photos}
              hint={t.compose.photosHint}
              then="do=save"
            />
            {id && added.photos.length > 0 && <PhotosWritten {...props} id={id} />}
            {id && blocked.length > 0 && <BlockedPhotos {...props} id={id} blocked={blocked} />}
            <UploadField
              purpose={fileUploads.name}
              to={urls.uploads()}
              accept={acceptOf(fileUploads)}
              name="files"
              label={t.compose.files}
              hint={t.compose.filesHint}
              then="do=save"
            />
            {id && added.files.length > 0 && <FilesWritten {...props} id={id} />}
            {added.arriving.length > 0 && <Arriving {...props} />}
          </Stack>
        </Columns>
        <Buttons {...props} />
      </Form>
    </>
  )
}
