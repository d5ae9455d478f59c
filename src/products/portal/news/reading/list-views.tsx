import { clock, dayLong } from '#shared/language/index.ts'
import {
  ButtonLink,
  Empty,
  List,
  Meta,
  Notice,
  PageHead,
  Pager,
  Row,
  Story as StoryLine,
  Tabs,
  Tag,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Story } from './queries.ts'
import type { Props } from './views.tsx'

export const fromOf = (
  { t, language }: Props,
  { groups, author, at }: Pick<Story, 'groups' | 'author' | 'at'>,
): string => {
  const who = [...(groups.length > 0 ? groups : [t.school]), ...(author ? [author.name] : [])]
  return `${who.join(', ')}, ${dayLong(language, at)}`
}

const pictureOf = ({ t }: Props, { id, photo, title }: Story) =>
  photo
    ? {
        src: urls.newsPicture({ id, photo: photo.id, size: 'small' }),
        alt: photo.alt || t.photoOf(title),
      }
    : undefined

/** Only the first that has a picture gets it large. */
const withLarge = (stories: readonly Story[], large: boolean): [Story, boolean][] => {
  const first = stories.find(({ photo }) => photo)
  return stories.map((story) => [story, large && story === first])
}

/** News in a list: one picture large. */
export const Stories = ({ stories, large = true, ...props }: Props & { stories: readonly Story[]; large?: boolean }) =>
  withLarge(stories, large).map(([story, first]) => (
    <StoryLine
      key={story.id}
      title={story.title}
      to={urls.newsItem({ id: story.id })}
      picture={pictureOf(props, story)}
      first={first}
    >
      <Meta>
        {story.pinned && <Tag>{props.t.pinned}</Tag>}
        {fromOf(props, story)}
      </Meta>
    </StoryLine>
  ))

export type DraftLine = {
  readonly id: string
  readonly title: string
  readonly planned: Date | null
  readonly kept: Date
}

const DraftLines = ({ t, language, drafts }: Props & { drafts: readonly DraftLine[] }) =>
  drafts.length === 0 ? (
    <Empty title={t.noDrafts}>{t.noDraftsText}</Empty>
  ) : (
    <List label={t.title}>
      {drafts.map(({ id, title, planned, kept }) => {
        const when = planned ?? kept
        const said = `${dayLong(language, when)}, ${clock(language, when)}`
        return (
          <Row
            key={id}
            icon={planned ? 'calendar-clock' : 'pencil'}
            title={title || t.untitled}
            text={planned ? t.plannedFor(said) : t.keptAt(said)}
            to={urls.editNews({ id })}
          />
        )
      })}
    </List>
  )

/** The news that somebody may read; for who writes also what is not published yet. */
export const NewsList = ({
  stories,
  page,
  pages,
  writes,
  drafts,
  showDrafts,
  said,
  ...props
}: Props & {
  stories: readonly Story[]
  page: number
  pages: number
  writes: boolean
  drafts: readonly DraftLine[]
  showDrafts: boolean
  said: string | null
}) => {
  const { t } = props
  return (
    <>
      <PageHead
        title={t.title}
        end={
          writes && (
            <ButtonLink to={urls.newNews()} icon="pencil">
              {t.write}
            </ButtonLink>
          )
        }
      />
      {said && <Notice kind="received">{said}</Notice>}
      {writes && (
        <Tabs
          label={t.views}
          tabs={[
            { to: urls.news(), word: t.all, current: !showDrafts },
            { to: urls.news({ show: 'drafts' }), word: t.drafts(drafts.length), current: showDrafts },
          ]}
        />
      )}
      {showDrafts && <DraftLines {...props} drafts={drafts} />}
      {!showDrafts && stories.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {!showDrafts && <Stories {...props} stories={stories} large={page === 1} />}
      {!showDrafts && <Pager page={page} of={pages} address={(one) => urls.news({ page: String(one) })} />}
    </>
  )
}
