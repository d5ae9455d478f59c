import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { pupil } from '../rules.ts'
import { type Problems, TileForm, tileForm } from './form.tsx'
import { listsToArrange, type TileList } from './lists.ts'
import { addTile, changeTile, moveTile, removeTile, restoreTile, type Tile, tilesIn } from './queries.ts'
import { arranges, starts, team } from './rules.ts'
import { MODULE, tilesFor } from './shown.ts'
import { tileTexts } from './texts.ts'
import { nameOf, PupilTiles, TileListPage, TilesPage } from './views.tsx'
import './personal-data.ts'

type InList = '/tiles/lists/:list' | '/tiles/lists/:list/new'
type AtTile =
  | '/tiles/lists/:list/:id'
  | '/tiles/lists/:list/:id/moved'
  | '/tiles/lists/:list/:id/removed'
  | '/tiles/lists/:list/:id/restored'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, tileTexts), language })

/** The list of the address, when it is one that this person arranges. */
const listOf = async ({ work, me, params }: Visit<InList | AtTile, Me>): Promise<TileList | undefined> =>
  (await listsToArrange(work, me)).find(({ key }) => key === params.list)

const showForm = (
  visit: Visit<InList | AtTile, Me>,
  list: TileList,
  { tile, typed = {}, problems = {} }: { tile?: Tile; typed?: Typed; problems?: Problems },
) => {
  const { t } = wordsOf(visit)
  const title = tile ? t.changeTitle : t.add
  return visit.page(
    { title, status: Object.keys(problems).length > 0 ? 422 : 200, bare: true },
    <TileForm
      {...{ t, title, problems }}
      typed={{ ...tile, ...typed }}
      action={tile ? urls.changeTile({ list: list.key, id: tile.id }) : urls.newTile({ list: list.key })}
      back={{ to: urls.tileList({ list: list.key }), word: nameOf(t, list) }}
      send={tile ? t.form.save : t.form.add}
      asksForWhom={list.kind === 'school'}
    />,
  )
}

/** Something done to one tile of a list: back to the list, or not there. */
const deed = async (
  visit: Visit<AtTile, Me>,
  act: (list: TileList) => Promise<boolean>,
  query: Readonly<Record<string, string>> = {},
) => {
  const list = await listOf(visit)
  const done = list && (await act(list))
  return done ? visit.seeOther(urls.tileList({ list: list.key }, query)) : visit.notFound()
}

const tileAt = async (visit: Visit<'/tiles/lists/:list/:id', Me>) => {
  const list = await listOf(visit)
  const tile = list && (await tilesIn(visit.work, list)).find(({ id }) => id === visit.params.id)
  return list && tile ? { list, tile } : null
}

/** The start page of pupils and the team: links of the school, of the group and one's own, as pictures. */
export const tiles = new Module(MODULE, {
  nl: 'De startpagina met tegels zien',
  en: 'See the start page with tiles',
})
  .switchable({
    word: { nl: tileTexts.nl.title, en: tileTexts.en.title },
    text: {
      nl: 'Leerlingen beginnen op een pagina met tegels van school, van de groep en van zichzelf; het team heeft die ook.',
      en: 'Pupils begin on a page with tiles of the school, of the group and their own; the team has one too.',
    },
    kinds: ['school'],
  })
  .place({
    order: 37,
    address: urls.tiles(),
    word: { nl: tileTexts.nl.title, en: tileTexts.en.title },
    icon: 'grid-2x2',
    rule: team,
    railOnly: true,
  })
  .today({
    order: 1,
    rule: pupil,
    show: async (visit) => {
      const shown = await tilesFor(visit)
      return shown && <PupilTiles shown={shown} language={visit.language} />
    },
  })
  .get(urls.tiles, starts, async (visit) => {
    const shown = await tilesFor(visit)
    if (!shown) return visit.notFound()
    const words = wordsOf(visit)
    const lists = await listsToArrange(visit.work, visit.me)
    return visit.page({ title: words.t.title }, <TilesPage {...words} {...{ shown, lists }} />)
  })
  .about({ nl: 'Tegels maken en schikken', en: 'Make and arrange tiles' })
  .get(urls.tileList, arranges, async (visit) => {
    const list = await listOf(visit)
    if (!list) return visit.notFound()
    const { t } = wordsOf(visit)
    const removed = z.uuid().safeParse(visit.query.get('removed'))
    return visit.page(
      { title: nameOf(t, list) },
      <TileListPage
        {...{ t, list }}
        tiles={await tilesIn(visit.work, list)}
        removed={removed.success ? removed.data : null}
      />,
    )
  })
  .get(urls.newTile, arranges, async (visit) => {
    const list = await listOf(visit)
    return list ? showForm(visit, list, {}) : visit.notFound()
  })
  .post(urls.newTile, arranges, async (visit) => {
    const list = await listOf(visit)
    if (!list) return visit.notFound()
    const form = visit.form(tileForm)
    if (!form.ok) return showForm(visit, list, form)
    return (await addTile(visit.work, list, form.value))
      ? visit.seeOther(urls.tileList({ list: list.key }))
      : showForm(visit, list, { typed: visit.typed, problems: { form: 'full' } })
  })
  .get(urls.changeTile, arranges, async (visit) => {
    const found = await tileAt(visit)
    return found ? showForm(visit, found.list, found) : visit.notFound()
  })
  .post(urls.changeTile, arranges, async (visit) => {
    const found = await tileAt(visit)
    if (!found) return visit.notFound()
    const form = visit.form(tileForm)
    if (!form.ok) return showForm(visit, found.list, { ...form, tile: found.tile })
    return deed(visit, (list) => changeTile(visit.work, list, visit.params.id, form.value))
  })
  .post(urls.moveTile, arranges, (visit) => {
    const form = visit.form(z.object({ by: z.enum(['up', 'down']) }))
    return form.ok
      ? deed(visit, (list) => moveTile(visit.work, list, visit.params.id, form.value.by))
      : visit.notFound()
  })
  .post(urls.removeTile, arranges, (visit) => {
    const { id } = visit.params
    return deed(visit, (list) => removeTile(visit.work, list, id), { removed: id })
  })
  .post(urls.restoreTile, arranges, (visit) => deed(visit, (list) => restoreTile(visit.work, list, visit.params.id)))
