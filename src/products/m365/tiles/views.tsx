import { type Language, pick } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  type Child,
  Empty,
  Form,
  LinkTiles,
  List,
  PageHead,
  Readers,
  Section,
  TileRow,
  Undo,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { hostOf } from './address.ts'
import type { TileList } from './lists.ts'
import type { Tile } from './queries.ts'
import type { ShownTiles } from './shown.ts'
import { type TileTexts, tileTexts } from './texts.ts'

/** What a list is called where it is arranged. */
export const nameOf = (t: TileTexts, list: TileList): string =>
  list.kind === 'group' ? t.arrange.group(list.name) : t.arrange[list.kind]

const headingOf = (t: TileTexts, list: TileList): string => (list.kind === 'group' ? list.name : t[list.kind])

/** Somebody's tiles, list by list; for groups 1 to 4 as one sheet of large pictures. Nothing when there are none. */
const MyTiles = ({ tiles: { young, lists }, language }: { tiles: ShownTiles; language: Language }): Child => {
  const t = pick(language, tileTexts)
  if (lists.length === 0) return null
  if (young) return <LinkTiles large label={t.title} tiles={lists.flatMap(({ tiles }) => tiles)} />
  return lists.map(({ list, tiles }) => (
    <Section key={list.key} heading={headingOf(t, list)}>
      <LinkTiles label={headingOf(t, list)} tiles={tiles} />
    </Section>
  ))
}

/** The top of a pupil's first page. */
export const PupilTiles = ({ shown, language }: { shown: ShownTiles; language: Language }) => (
  <>
    <MyTiles tiles={shown} language={language} />
    <Actions>
      <ButtonLink look="line" to={urls.tileList({ list: 'own' })}>
        {pick(language, tileTexts).arrange.own}
      </ButtonLink>
    </Actions>
  </>
)

type PageProps = {
  readonly t: TileTexts
  readonly language: Language
  readonly shown: ShownTiles
  readonly lists: readonly TileList[]
}

/** All somebody's tiles, and the lists they arrange. */
export const TilesPage = ({ t, language, shown, lists }: PageProps) => (
  <>
    <PageHead title={t.title} text={t.text} />
    {shown.lists.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
    <MyTiles tiles={shown} language={language} />
    <Section heading={t.arrangeHead}>
      <Actions>
        {lists.map((list) => (
          <ButtonLink key={list.key} look="line" to={urls.tileList({ list: list.key })}>
            {nameOf(t, list)}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  </>
)

type RowProps = {
  readonly t: TileTexts
  readonly list: TileList
  readonly tile: Tile
  readonly first: boolean
  readonly last: boolean
}

const ArrangedTile = ({ t, list, tile, first, last }: RowProps) => {
  const at = { list: list.key, id: tile.id }
  const host = hostOf(tile.address)
  return (
    <TileRow
      tile={tile}
      text={list.kind === 'school' ? `${host}. ${t.audiences[tile.forWhom]}` : host}
      end={
        <Form action={urls.moveTile(at)} wide>
          <Actions>
            {!first && (
              <Button look="line" name="by" value="up" label={t.of(t.up, tile.title)}>
                {t.up}
              </Button>
            )}
            {!last && (
              <Button look="line" name="by" value="down" label={t.of(t.down, tile.title)}>
                {t.down}
              </Button>
            )}
            <ButtonLink look="line" to={urls.changeTile(at)} label={t.of(t.change, tile.title)}>
              {t.change}
            </ButtonLink>
            <Button look="line" action={urls.removeTile(at)} label={t.of(t.remove, tile.title)}>
              {t.remove}
            </Button>
          </Actions>
        </Form>
      }
    />
  )
}

type ListPageProps = {
  readonly t: TileTexts
  readonly list: TileList
  readonly tiles: readonly Tile[]
  /** The tile that was just removed. */
  readonly removed: string | null
}

/** One list to arrange: up, down, change, remove, each a plain form. */
export const TileListPage = ({ t, list, tiles, removed }: ListPageProps) => (
  <>
    <BackLink to={urls.tiles()}>{t.title}</BackLink>
    <PageHead
      title={nameOf(t, list)}
      end={
        <ButtonLink to={urls.newTile({ list: list.key })} icon="plus">
          {t.add}
        </ButtonLink>
      }
    />
    <Readers>{list.kind === 'group' ? t.seenBy.group(list.name) : t.seenBy[list.kind]}</Readers>
    {tiles.length === 0 && <Empty title={t.empty}>{t.emptyText}</Empty>}
    {tiles.length > 0 && (
      <List roomy label={nameOf(t, list)}>
        {tiles.map((tile, index) => (
          <ArrangedTile key={tile.id} {...{ t, list, tile }} first={index === 0} last={index === tiles.length - 1} />
        ))}
      </List>
    )}
    {removed && (
      <Undo text={t.removed}>
        <Form action={urls.restoreTile({ list: list.key, id: removed })}>
          <Button look="text">{t.restore}</Button>
        </Form>
      </Undo>
    )}
  </>
)
