import type { Typed } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Child,
  Field,
  Form,
  FormErrors,
  Link,
  Notice,
  SiteBlock,
  SiteEditable,
  SiteEditBar,
  SiteEditForm,
  SiteKinds,
  SiteStopped,
  SiteTitle,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { addressOn, type OnSite } from '../blocks/block.ts'
import type { Block, Content } from '../blocks/content.ts'
import { blockKinds, type Facts, kindOf, ShowBlock } from '../blocks/kinds.ts'
import { LinkFields } from '../blocks/link-fields.tsx'
import { PictureField } from '../blocks/picture-field.tsx'
import { blockTexts } from '../blocks/texts.ts'
import { typedText } from '../blocks/typed.ts'
import type { PageFault, PictureStop } from './checks.ts'
import type { PageTexts } from './texts.ts'
import type { PageRow } from './tree.ts'

/** The part that stands open, with what was typed in it. */
export type Open = {
  readonly part: 'head' | 'new' | { readonly block: string }
  readonly type?: string
  readonly after: string | null
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly base: number
  readonly conflict?: Child
}

type Props = {
  readonly t: PageTexts
  readonly page: PageRow
  readonly content: Content
  readonly on: OnSite
  readonly facts: Facts
  readonly open: Open | null
}

/** What can be done with the page as a whole. */
export const EditBar = ({
  t,
  page,
  back,
  forward,
}: {
  t: PageTexts
  page: PageRow
  back: boolean
  forward: boolean
}) => {
  const state = page.published === null ? 'draft' : page.published === page.draft ? 'live' : 'changed'
  return (
    <SiteEditBar
      label={t.title}
      back={
        <Link to={urls.website()} plain>
          {t.back}
        </Link>
      }
      state={t.states[state]}
    >
      <form method="post" action={urls.undoSitePage({ page: page.id })}>
        <Button name="step" value="back" look="line" icon="undo-2" {...(back ? {} : { off: ' ' })}>
          {t.undo}
        </Button>
        {forward && (
          <Button name="step" value="forward" look="line">
            {t.redo}
          </Button>
        )}
      </form>
      <ButtonLink to={urls.sitePageSettings({ page: page.id })} look="line" plain>
        {t.settings}
      </ButtonLink>
      <ButtonLink to={urls.sitePageVersions({ page: page.id })} look="line" icon="history" plain>
        {t.versions}
      </ButtonLink>
      <form method="post" action={urls.publishSitePage({ page: page.id })}>
        <input type="hidden" name="base" value={page.draft} />
        {state !== 'live' && <Button>{t.publish}</Button>}
      </form>
    </SiteEditBar>
  )
}

/** The page as strangers see it, each part with what its editor can do with it; one part is a form. */
export const Editable = ({ t, page, content, on, facts, open }: Props) => {
  const at = (query: Record<string, string>) => `${urls.sitePage({ page: page.id }, query)}#edit`
  const words = { edit: t.edit, up: t.up, down: t.down, remove: t.remove, add: t.add }
  const openedId = typeof open?.part === 'object' ? open.part.block : null
  const isThere = content.blocks.some(({ id }) => id === openedId)
  const opened = (after: string | null) => {
    if (!open || open.after !== after || isThere || open.part === 'head') return null
    return openedId && open.type ? (
      <BlockForm t={t} page={page} on={on} open={open} facts={facts} type={open.type} id={openedId} />
    ) : (
      <NewBlock t={t} page={page} on={on} open={open} />
    )
  }
  const to = content.action && addressOn(on, content.action.to)
  return (
    <>
      {open?.part === 'head' ? (
        <HeadForm t={t} page={page} on={on} open={open} />
      ) : (
        <SiteEditable name={t.head} words={words} edit={at({ edit: 'head' })} add={at({ add: 'first' })}>
          <SiteTitle
            title={content.title}
            text={content.summary}
            action={content.action && to ? { to, word: content.action.words } : null}
          />
        </SiteEditable>
      )}
      {opened(null)}
      {content.blocks.map((block, index) => (
        <>
          {open && openedId === block.id ? (
            <BlockForm
              key={block.id}
              t={t}
              page={page}
              on={on}
              open={open}
              facts={facts}
              type={block.type}
              id={block.id}
            />
          ) : (
            <SiteEditable
              key={block.id}
              id={`b-${block.id.slice(0, 8)}`}
              name={kindOf(block.type)?.word[on.language] ?? block.type}
              words={words}
              edit={at({ edit: block.id })}
              add={at({ add: block.id })}
              order={{
                move: urls.moveSiteBlock({ page: page.id, block: block.id }),
                remove: urls.removeSiteBlock({ page: page.id, block: block.id }),
                base: page.draft,
                first: index === 0,
                last: index === content.blocks.length - 1,
              }}
            >
              <Shown block={block} facts={facts} on={on} />
            </SiteEditable>
          )}
          {opened(block.id)}
        </>
      ))}
    </>
  )
}

const Shown = ({ block, facts, on }: { block: Block; facts: Facts; on: OnSite }) => (
  <SiteBlock>
    <ShowBlock block={block} facts={facts} on={on} />
  </SiteBlock>
)

type FormProps = { t: PageTexts; page: PageRow; on: OnSite; open: Open }

const Deeds = ({ t, page, open }: Omit<FormProps, 'on'>) => (
  <Actions>
    <Button>{open.conflict ? t.keepMine : t.save}</Button>
    <ButtonLink to={urls.sitePage({ page: page.id })} look="line">
      {open.conflict ? t.takeTheirs : t.cancel}
    </ButtonLink>
  </Actions>
)

const Above = ({ open }: { open: Open }) => (
  <>
    {Object.keys(open.problems).length > 0 && <FormErrors />}
    {open.conflict}
  </>
)

const HeadForm = ({ t, page, on, open }: FormProps) => {
  const problem = (name: string) => t.problems[open.problems[name] as keyof typeof t.problems]
  return (
    <SiteEditForm title={t.editHead}>
      <Form action={urls.sitePage({ page: page.id })} hidden={{ base: String(open.base) }}>
        <Above open={open} />
        <Field
          name="title"
          label={t.pageTitle}
          value={typedText(open.typed.title)}
          error={problem('title')}
          maxLength={120}
        />
        <TextArea
          name="summary"
          label={t.summary}
          hint={t.summaryHint}
          value={typedText(open.typed.summary)}
          error={problem('summary')}
          maxLength={300}
          optional
        />
        <PictureField
          name="picture"
          on={on}
          chosen={[typedText(open.typed.picture) ?? '']}
          words={pick(on.language, blockTexts).picture}
        />
        <Field
          name="actionWords"
          label={t.actionWords}
          value={typedText(open.typed.actionWords)}
          error={problem('actionWords')}
          maxLength={60}
          optional
        />
        <LinkFields
          name="actionTo"
          on={on}
          typed={open.typed}
          words={{ page: t.actionTo, address: t.linkAddress, addressHint: t.linkHint }}
          error={problem('actionTo')}
        />
        <Deeds t={t} page={page} open={open} />
      </Form>
    </SiteEditForm>
  )
}

const BlockForm = ({ t, page, on, open, facts, type, id }: FormProps & { facts: Facts; type: string; id: string }) => {
  const kind = kindOf(type)
  if (!kind) return null
  return (
    <SiteEditForm title={kind.word[on.language]}>
      <Form
        action={urls.siteBlock({ page: page.id, block: id })}
        hidden={{ base: String(open.base), type, after: open.after ?? '' }}
        multipart
      >
        <Above open={open} />
        <kind.Fields
          language={on.language}
          typed={open.typed}
          problems={open.problems}
          on={on}
          facts={facts.get(kind.type)}
        />
        <Deeds t={t} page={page} open={open} />
      </Form>
    </SiteEditForm>
  )
}

const NewBlock = (props: FormProps) => (
  <SiteEditForm title={props.t.choose}>
    <KindList {...props} />
  </SiteEditForm>
)

const KindList = ({ t, page, on, open }: FormProps) => (
  <SiteKinds
    kinds={blockKinds.map(({ type, word, text, icon }) => ({
      to: `${urls.sitePage({ page: page.id }, { add: open.after ?? 'first', type })}#edit`,
      word: word[on.language],
      text: text[on.language],
      icon,
    }))}
    cancel={
      <ButtonLink to={urls.sitePage({ page: page.id })} look="line">
        {t.cancel}
      </ButtonLink>
    }
  />
)

/** What stands there now, when two people changed the same part. */
export const ConflictNotice = ({ text, children }: { text: string; children: Child }) => (
  <Notice kind="waiting" icon="users">
    {text}
    {children}
  </Notice>
)

const inWords = (t: PageTexts, { fault }: PageFault): string => {
  const said = t.faults[fault.kind]
  return typeof said === 'string' ? said : said(fault.about)
}

/** What keeps a page from the site, each with what mends it. */
export const Stopped = (props: {
  t: PageTexts
  page: PageRow
  faults: readonly PageFault[]
  stops: readonly PictureStop[]
}) => {
  const { t, page, faults, stops } = props
  return (
    <SiteStopped title={t.stopped}>
      {stops.map(({ picture, alt, names }) => (
        <li key={picture}>
          <span>{`${names.length === 0 ? t.stops.unknown(alt) : t.stops.children(names, alt)} ${t.stopRepair}`}</span>
          <ButtonLink to={urls.sitePictureSettings({ picture })} look="line" plain>
            {t.toPicture}
          </ButtonLink>
        </li>
      ))}
      {faults.map((one, at) => (
        <li key={at}>
          <span>{inWords(t, one)}</span>
          {one.fault.kind === 'alt' ? (
            <ButtonLink to={urls.sitePictureSettings({ picture: one.fault.about })} look="line" plain>
              {t.toPicture}
            </ButtonLink>
          ) : one.mends && one.block ? (
            <form method="post" action={urls.repairSiteBlock({ page: page.id, block: one.block })}>
              <input type="hidden" name="base" value={page.draft} />
              <Button look="line">{t.mend}</Button>
            </form>
          ) : (
            <ButtonLink to={`${urls.sitePage({ page: page.id }, { edit: one.block ?? 'head' })}#edit`} look="line">
              {t.look}
            </ButtonLink>
          )}
        </li>
      ))}
    </SiteStopped>
  )
}
