import { clock, dayLong, type Language, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  type Child,
  Details,
  Difference,
  Form,
  Link,
  List,
  Notice,
  PageHead,
  Photos,
  RichProse,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { NewsTexts } from '../texts.ts'
import { fromOf } from './list-views.tsx'
import type { Item, Reaction } from './queries.ts'
import type { Figures } from './reactions.ts'

export type Props = { readonly t: NewsTexts; readonly language: Language }

const words: readonly (readonly [Reaction, 'heart' | 'smile' | 'thumbs-up'])[] = [
  ['thanks', 'heart'],
  ['lovely', 'smile'],
  ['proud', 'thumbs-up'],
]

const Reactions = ({ t, language, item }: Props & { item: Item }) => (
  <Section heading={t.page.reactions}>
    <Stack>
      <Text small quiet>
        {t.page.reactionsText}
      </Text>
      <Form action={urls.reactToNews({ id: item.id })}>
        <Actions>
          {words.map(([reaction, icon]) => (
            <Button
              key={reaction}
              name="reaction"
              value={reaction}
              icon={icon}
              look={item.mine === reaction ? 'tinted' : 'line'}
              pressed={item.mine === reaction}
            >
              {item.reactions[reaction] > 0
                ? `${t.reactions[reaction]} ${number(language, item.reactions[reaction])}`
                : t.reactions[reaction]}
            </Button>
          ))}
        </Actions>
      </Form>
    </Stack>
  </Section>
)

const Asks = ({ t, language, item }: Props & { item: Item }) =>
  item.confirmed ? (
    <Notice kind="received">{t.page.confirmed}</Notice>
  ) : (
    <Stack>
      <Text>{t.page.asks(dayLong(language, item.answerBy!))}</Text>
      <Form action={urls.confirmNews({ id: item.id })}>
        <Button icon="check">{t.page.confirm}</Button>
      </Form>
    </Stack>
  )

const Read = ({ t, figures }: { t: NewsTexts; figures: Figures }) => (
  <Section heading={t.page.figures}>
    <Stack>
      <Text>{t.page.read(figures.read, figures.of)}</Text>
      {figures.confirmed > 0 && <Text>{t.page.confirmedBy(figures.confirmed)}</Text>}
      {figures.unread === null ? (
        <Text small quiet>
          {t.page.onlyCounts}
        </Text>
      ) : (
        figures.unread.named.length + figures.unread.secret > 0 && (
          <Details title={t.page.unread}>
            <List label={t.page.unread}>
              {figures.unread.named.map((person) => (
                <Row key={person.id} person={person} title={person.name} />
              ))}
            </List>
            {figures.unread.secret > 0 && <Text small>{t.page.secret(figures.unread.secret)}</Text>}
          </Details>
        )
      )}
    </Stack>
  </Section>
)

/** The text, photos and files of a news, as every reader sees them. */
export const NewsBody = ({
  t,
  id,
  item,
}: {
  t: NewsTexts
  id: string
  item: Pick<Item, 'document' | 'photos' | 'files' | 'withheld' | 'title'>
}) => (
  <Stack gap="loose">
    {item.document && <RichProse document={item.document} />}
    {item.photos.length > 0 && (
      <Photos
        photos={item.photos.map((photo) => ({
          id: photo.id,
          src: urls.newsPicture({ id, photo: photo.id, size: 'small' }),
          large: urls.newsPicture({ id, photo: photo.id, size: 'large' }),
          alt: photo.alt || t.photoOf(item.title),
        }))}
      />
    )}
    {item.withheld > 0 && (
      <Text small quiet>
        {t.page.withdrawn(item.withheld)}
      </Text>
    )}
    {item.files.length > 0 && (
      <List label={t.page.files}>
        {item.files.map((file) => (
          <Row
            key={file.id}
            icon="file-text"
            title={
              <Link to={urls.newsFile({ id, file: file.id })} plain>
                {file.name}
              </Link>
            }
          />
        ))}
      </List>
    )}
  </Stack>
)

/** One news: what it says, what changed in it, and what its readers may say back. */
export const NewsPage = ({
  item,
  figures,
  edits,
  toSite,
  asks,
  said,
  ...props
}: Props & { item: Item; figures: Figures | null; edits: boolean; toSite: boolean; asks: boolean; said: Child }) => {
  const { t, language } = props
  const changed = item.changes.filter(({ lines }) => lines.length > 0)
  return (
    <>
      <BackLink to={urls.news()}>{t.title}</BackLink>
      <PageHead
        title={item.title}
        text={fromOf(props, item)}
        end={
          edits && (
            <ButtonLink to={urls.editNews({ id: item.id })} look="line" icon="pencil">
              {t.page.edit}
            </ButtonLink>
          )
        }
      />
      <Section>
        <Stack gap="loose">
          {said}
          {toSite && (
            <Form action={urls.newsToSite({ news: item.id })} plain>
              <Button look="line">{t.page.toSite}</Button>
            </Form>
          )}
          {item.correctedAt && (
            <Text small quiet>
              {t.page.corrected(`${dayLong(language, item.correctedAt)}, ${clock(language, item.correctedAt)}`)}
            </Text>
          )}
          <NewsBody t={t} id={item.id} item={item} />
          {changed.length > 0 && (
            <Details title={t.page.difference}>
              {changed.map(({ at, lines }) => (
                <Stack key={at.toISOString()}>
                  <Text small quiet>
                    {`${dayLong(language, at)}, ${clock(language, at)}`}
                  </Text>
                  <Difference changes={lines} words={t.page.words} />
                </Stack>
              ))}
            </Details>
          )}
          {asks && item.class === 'answer' && <Asks {...props} item={item} />}
          {asks && item.class !== 'to-know' && (
            <Text small quiet>
              {t.page.named}
            </Text>
          )}
        </Stack>
      </Section>
      <Reactions {...props} item={item} />
      {figures && <Read t={t} figures={figures} />}
    </>
  )
}

/** The same as a guardian will see it, before it is published. */
export const Preview = ({
  id,
  item,
  groups,
  ...props
}: Props & { id: string; item: Parameters<typeof NewsBody>[0]['item']; groups: readonly string[] }) => (
  <>
    <BackLink to={urls.editNews({ id })}>{props.t.page.backToWriting}</BackLink>
    <Notice kind="waiting" icon="eye">
      {props.t.page.preview}
    </Notice>
    <PageHead
      title={item.title || props.t.untitled}
      text={groups.length > 0 ? listOf(props.language, groups) : props.t.school}
    />
    <Section>
      <NewsBody t={props.t} id={id} item={item} />
    </Section>
  </>
)
