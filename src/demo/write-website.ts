import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consentOf } from '#products/privacy/index.ts'
import { changePage } from '#products/website/pages/editing.ts'
import { makePage } from '#products/website/pages/making.ts'
import { putOnSite } from '#products/website/pages/publication.ts'
import { slugOf } from '#products/website/pages/slug.ts'
import { pagesOf } from '#products/website/pages/tree.ts'
import { pictureKind } from '#products/website/pictures/kind.ts'
import { publishSite } from '#products/website/publishing/publish.ts'
import { siteFromAnswers } from '#products/website/sites/starting.ts'
import { keepImage, prepareImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import { root } from '#shared/root.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { type DemoSite, demoSites } from './site-words.ts'

const WIDTH = 960
const HEIGHT = 624

/** Keeps the drawings of a site as an editor would have uploaded them; one shows a child who may be seen. */
const writeDrawings = async (work: Work, part: Part, { drawings }: DemoSite, files: FileStore) => {
  const ids = new Map<string, string>()
  for (const [name, { alt, focus, withChild }] of Object.entries(drawings)) {
    const made = await prepareImage(readFileSync(join(root, 'src/demo/pictures', `${name}.webp`)), pictureKind)
    if (!made.ok) throw new Error(`The drawing ${name} cannot be read`)
    const id = await keepImage(work, files, 'own', made)
    const child = withChild ? await childWhoMay(work, part) : null
    const children = child ? 'some' : 'none'
    await work.db
      .insertInto('site_picture')
      .values({
        id,
        alt,
        focus: focus ?? 4,
        children,
        width: WIDTH,
        height: HEIGHT,
        made_by: work.person,
        made_at: work.now,
      })
      .execute()
    if (child) await work.db.insertInto('site_picture_pupil').values({ picture_id: id, pupil_id: child }).execute()
    ids.set(name, id)
  }
  return ids
}

const childWhoMay = async (work: Work, { pupils }: Part): Promise<string | null> => {
  const ids = pupils.map(({ id }) => id)
  const consents = await consentOf(work, 'photo-website', ids)
  return ids.find((id) => consents.get(id)?.may) ?? null
}

const jobs: Partial<Record<Part['staff'][number]['roles'][number], string>> = {
  principal: 'Directeur',
  administrator: 'Administratie',
  teacher: 'Leerkracht',
  substitute: 'Invaller',
  'subject-teacher': 'Vakleerkracht',
  'teaching-assistant': 'Onderwijsassistent',
  'internal-supervisor': 'Intern begeleider',
  caretaker: 'Conciërge',
  ict: 'ICT',
}

const fullName = ({ givenName, prefix, surname }: Part['staff'][number]): string =>
  [givenName, prefix, surname].filter(Boolean).join(' ')

const placeOf = ({ organisation: { address } }: Part): string =>
  `${address.street} ${address.number}\n${address.postcode} ${address.place}`

const phoneOf = ({ organisation: { phone } }: Part): string => phone.replace(/^\+31(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3')

/** A whole site: the ten answers, then what was written since. */
export const writeWebsite = async (work: Work, part: Part, files?: FileStore): Promise<void> => {
  const { host } = part.organisation
  const site = demoSites[host]
  if (!site) return
  work.person = part.staff.find(({ roles }) => roles.includes('administrator'))?.id ?? null
  const team = part.staff.slice(0, 9).map((one) => `${fullName(one)}: ${jobs[one.roles[0]!] ?? 'Medewerker'}`)
  await siteFromAnswers(work, 'nl', {
    ...site.answers,
    address: placeOf(part),
    phone: phoneOf(part),
    email: `info@${host}.example`,
    team: team.join('\n'),
  })
  const drawn = files ? await writeDrawings(work, part, site, files) : new Map<string, string>()
  const pages = await pagesOf(work)
  const home = pages.find(({ kind }) => kind === 'home')!
  const newsroom = pages.find(({ kind }) => kind === 'newsroom')!
  const enrol = pages.find(({ slug }) => slug === 'aanmelden')!
  await changePage(work, {
    page: home.id,
    base: home.draft,
    part: null,
    apply: (content) => ({
      ...content,
      action: site.action ? { words: site.action, to: `page:${enrol.id}` } : null,
      blocks: content.blocks
        .filter(({ type }) => type === 'news' || (type === 'agenda' && site.agenda))
        .map((block) => (block.type === 'news' ? { ...block, data: { title: site.news, count: 3 } } : block)),
    }),
  })
  await putOnSite(work, home.id)
  for (const [slug, says] of Object.entries(site.pages ?? {})) {
    const page = pages.find((one) => one.slug === slug)!
    const block = { id: demoId(`${host} page ${slug}`), type: 'text', data: { text: documentOfTyped(says.text) } }
    const content = { title: says.title, summary: says.summary, action: null, picture: null, blocks: [block] }
    await changePage(work, { page: page.id, base: page.draft, part: null, apply: () => content })
    await work.db
      .updateTable('site_page')
      .set({ slug: slugOf(says.title) })
      .where('id', '=', page.id)
      .execute()
    await putOnSite(work, page.id)
  }
  for (const article of site.articles) await writeArticle(work, newsroom.id, article, drawn)
  await work.db
    .insertInto('site_event')
    .values(
      site.events.map(({ title, inDays, starts, ends, text }) => ({
        id: demoId(`${host} event ${title}`),
        title,
        text: text ?? '',
        from_on: addDays(part.today, inDays),
        to_on: addDays(part.today, inDays),
        starts: starts ?? null,
        ends: ends ?? null,
        made_by: work.person,
        made_at: work.now,
      })),
    )
    .execute()
  await work.db.updateTable('site').set({ live: true }).execute()
  await publishSite(work)
}

const writeArticle = async (
  work: Work,
  parent: string,
  { title, summary, text, daysAgo, picture }: DemoSite['articles'][number],
  drawn: ReadonlyMap<string, string>,
) => {
  const blocks = [{ id: demoId(`block ${title}`), type: 'text', data: { text: documentOfTyped(text) } }]
  const content = { title, summary, action: null, picture: (picture && drawn.get(picture)) || null, blocks }
  const id = await makePage(work, { parent, kind: 'article', content })
  await putOnSite(work, id)
  const at = new Date(work.now.getTime() - daysAgo * 86_400_000)
  await work.db.updateTable('site_page').set({ published_at: at }).where('id', '=', id).execute()
}
