import {
  Actions,
  BackLink,
  Button,
  Check,
  Choice,
  Columns,
  Empty,
  FileField,
  Form,
  FormErrors,
  PageHead,
  Picture,
  Section,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Position, positions } from './kind.ts'
import type { PhotoOwner } from './queries.ts'
import type { PhotoTexts } from './texts.ts'

export type PhotoProblems = { readonly photo?: string; readonly position?: string; readonly readers?: string }

type Props = { t: PhotoTexts; owner: PhotoOwner; problems: PhotoProblems }

const Upload = ({ t, owner, problems }: Props) => (
  <Form action={urls.personPhoto({ id: owner.id })} multipart>
    <FileField
      name="photo"
      label={t.file}
      hint={t.fileHint}
      accept="image/jpeg,image/png,image/webp,image/gif"
      error={problems.photo}
    />
    <Actions>
      <Button icon="upload">{owner.image ? t.replace : t.upload}</Button>
    </Actions>
  </Form>
)

const Cut = ({ t, owner, problems }: Props) => (
  <Section>
    <Form action={urls.movePhoto({ id: owner.id })}>
      <Choice
        name="position"
        legend={t.position}
        columns={3}
        options={(Object.keys(positions) as Position[]).map((value) => ({ value, label: t.positions[value] }))}
        error={problems.position}
      />
      <Actions>
        <Button look="tinted">{t.move}</Button>
        <Button look="alert-line" action={urls.removePhoto({ id: owner.id })} skipsChecks>
          {t.remove}
        </Button>
      </Actions>
    </Form>
  </Section>
)

const ReadersChoice = ({ t, owner, problems, shown }: Props & { shown: boolean }) => (
  <Section>
    <Form action={urls.photoReaders({ id: owner.id })}>
      <Choice
        name="readers"
        legend={t.readersTitle}
        hint={shown ? t.readersOn : t.readersOff}
        chosen={owner.shownTo}
        options={(['guardians', 'team'] as const).map((value) => ({ value, label: t.readers[value] }))}
        error={problems.readers}
      />
      <Actions>
        <Button look="tinted">{t.save}</Button>
      </Actions>
    </Form>
  </Section>
)

/** Somebody's photo: see it, replace it, cut it, remove it; and for oneself, who sees it. */
export const PhotoView = ({
  t,
  owner,
  problems,
  mine,
  shown,
  back,
}: Props & { mine: boolean; shown: boolean; back: string }) => (
  <>
    <BackLink to={back}>{t.back}</BackLink>
    <PageHead title={mine ? t.mine : t.title(owner.name)} />
    {Object.keys(problems).length > 0 && <FormErrors />}
    <Columns
      sideFirst
      side={
        owner.image ? (
          <Picture src={urls.wholePhoto({ id: owner.id, image: owner.image })} alt={t.alt(owner.name)} />
        ) : (
          <Empty title={t.none}>{t.noneText}</Empty>
        )
      }
    >
      <Section>
        <Upload t={t} owner={owner} problems={problems} />
      </Section>
      {owner.image && <Cut t={t} owner={owner} problems={problems} />}
      {mine ? (
        <ReadersChoice t={t} owner={owner} problems={problems} shown={shown} />
      ) : (
        <Text small quiet>
          {t.ownSay}
        </Text>
      )}
    </Columns>
  </>
)

/** Whether guardians see photos. */
export const PhotoSettings = ({ t, shown }: { t: PhotoTexts; shown: boolean }) => (
  <>
    <BackLink to={urls.settings()}>{t.back}</BackLink>
    <PageHead title={t.setting} />
    <Section>
      <Form action={urls.photoSettings()}>
        <Check name="guardians" label={t.toGuardians} checked={shown} />
        <Text small quiet>
          {t.toGuardiansText}
        </Text>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Section>
  </>
)
