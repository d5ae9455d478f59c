import type pg from 'pg'
import { timeOf } from '#products/portal/absences/now.ts'
import { absenceTexts } from '#products/portal/absences/texts.ts'
import { homeTexts } from '#products/portal/attention/home/texts.ts'
import { familyTexts } from '#products/portal/conversations/family/texts.ts'
import { newsTexts } from '#products/portal/news/texts.ts'
import { fullName } from '#products/school/index.ts'
import type { SchoolDays } from '#products/school/organisations/school-days.ts'
import { clock, dayLong, dayParts, listOf } from '#shared/language/index.ts'
import { beginningOf, documentFrom } from '#shared/rich-text/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { iconPaths } from '#shared/ui/icons.generated.ts'
import { initials, Mark, renderInside } from '#shared/ui/index.ts'
import { personHue } from '#shared/ui/person-hue.ts'
import { themeName } from '#shared/ui/theme.ts'
import { readDays } from './day-list.ts'
import { family } from './family-statements.ts'
import { type Asked, escaped, type NameRecord } from './page.ts'
import type { Values } from './sql.ts'

const t = homeTexts.nl
const DAY = 86_400_000
export const icon = (name: keyof typeof iconPaths) =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths[name]}"></path></svg>`
const NOW = `<p class="when">${icon('triangle-alert')}<b>${t.now}</b></p>`

const made = new Map<string, string>()
/** What does not change from page to page comes once from the application, as the frame does. */
export const once = (key: string, make: () => string): string => {
  const known = made.get(key) ?? make()
  made.set(key, known)
  return known
}

type Row = pg.QueryResultRow
type Item = {
  readonly html: (here: boolean) => string
  readonly kind: string
  readonly from: Date
  readonly until: string
}
export type FromSchool = {
  readonly items: readonly Item[]
  readonly toKnow: number
  readonly children: string
  readonly latest: string
  readonly others: readonly { readonly organisation: string; readonly person: string }[]
}

const markOf = (site: Site) =>
  once(`mark ${site.id}`, () =>
    renderInside('nl', <Mark name={site.mark as never} school={{ hue: site.hue, chroma: site.chroma }} small />),
  )

const link = (site: Site, here: boolean, to: string) =>
  here ? `href="${to}"` : `href="/other-schools/go?to=${site.id}&amp;next=${encodeURIComponent(to)}"`
const plain = (here: boolean) => (here ? '' : ' data-turbo="false"')

class School {
  readonly #asked: Asked
  readonly #values: Values

  constructor(asked: Asked, account: string) {
    this.#asked = asked
    const { site, me, today, now } = asked
    this.#values = {
      ...{
        org: site.id,
        me: me.id,
        today,
        now,
        account,
        one: 1,
        three: 3,
        page: 150,
        yes: true,
        no: false,
        none: 'no',
      },
      ...{
        full: 'yes',
        hidden: 'no-information',
        ban: 'no-contact',
        active: 'active',
        published: 'published',
        text: 'text',
      },
      ...{ known: 'to-know', image: ['kind:image'], contact: ['kind:contact'], health: ['kind:health'], nothing: [] },
      ever: '9999-12-31',
      ...{ told: new Date(now.getTime() - 60 * DAY), since: new Date(now.getTime() - 21 * DAY) },
    }
  }

  async #ask(which: keyof typeof family, more: Values = {}): Promise<Row[]> {
    return (await this.#asked.client.query(family[which]({ ...this.#values, ...more }))).rows
  }

  async #open<Opened>(rows: readonly Row[], column: string, field: string, id = 'id'): Promise<(Opened | null)[]> {
    const { client, site, opener, opened } = this.#asked
    await opener.prepare(
      client,
      site.id,
      rows.map((row) => row[column]),
    )
    return rows.map((row) => (row[column] ? opener.open<Opened>(site.id, field, row[id], row[column], opened) : null))
  }

  async #names(ids: readonly string[]): Promise<ReadonlyMap<string, NameRecord>> {
    const rows = await this.#ask('names', { ids: [...new Set(ids)] })
    const records = await this.#open<NameRecord>(rows, 'record', 'person.record')
    return new Map(rows.map(({ id }, at) => [id, records[at]!]))
  }

  async #news(rows: readonly Row[]) {
    const words = await this.#open<{ title: string; text: string }>(rows, 'words', 'news.words')
    const ids = rows.map(({ id }) => id)
    const [groups, authors] = await Promise.all([
      this.#ask('groupNames', { ids }),
      this.#names(rows.map(({ author_id }) => author_id)),
    ])
    return rows.map((row, at) => ({
      id: row.id as string,
      title: words[at]!.title,
      beginning: beginningOf(documentFrom(words[at]!.text)!, 160),
      at: row.published_at as Date,
      groups: groups.filter(({ news_id }) => news_id === row.id).map(({ name }) => name as string),
      author: fullName(authors.get(row.author_id)!),
    }))
  }

  async #latest(): Promise<string> {
    const rows = await this.#ask('latest')
    const [stories] = await Promise.all([this.#news(rows), this.#ask('photos', { ids: rows.map(({ id }) => id) })])
    if (stories.length === 0) return ''
    const lines = stories.map(
      ({ id, title, groups, author, at }) =>
        `<article class="story"><div><h2><a class="row-link" href="/news/${id}">${escaped(title)}</a></h2><p class="meta">${escaped([listOf('nl', groups) || newsTexts.nl.school, author, dayLong('nl', at)].join(', '))}</p></div></article>`,
    )
    return `<section class="section"><h2>${newsTexts.nl.title}</h2>${lines.join('')}</section>`
  }

  /** The children as they are now; every report from today on is opened, as the page of the application does. */
  async #children(here: boolean): Promise<string> {
    const { site, today, now } = this.#asked
    const [days, rows, reports, marks] = await Promise.all([
      readDays(this.#asked),
      this.#ask('children'),
      this.#ask('absences'),
      this.#ask('marks'),
    ])
    const names = await this.#open<NameRecord>(rows, 'record', 'person.record')
    await this.#open(reports, 'reason', 'absence.reason')
    await this.#open(reports, 'word', 'absence.word')
    await this.#open(reports, 'reporter', 'person.record', 'reporter_id')
    const children = rows.map(({ id }, at) => ({ id, givenName: names[at]!.givenName, name: fullName(names[at]!) }))
    children.sort((one, other) => one.name.localeCompare(other.name, 'nl'))
    return children
      .map(({ id, givenName, name }) => {
        const mark = marks.find(({ pupil_id, on_day }) => pupil_id === id && on_day === today)
        const text = stateOf(days, today, timeOf(now), mark)
        return `<a class="child" ${link(site, here, `/children/${id}`)} data-school="${themeName(site)}"${plain(here)}><span class="avatar" data-person="${personHue(id)}" aria-hidden="true">${escaped(initials(name))}</span><span><span class="name">${escaped(givenName)}</span><span class="small quiet">${text}</span></span></a>`
      })
      .join('')
  }

  /** The conversations for which a child of mine has no time yet. */
  async #rounds(): Promise<readonly { readonly id: string; readonly title: string; readonly names: string }[]> {
    const { me, now } = this.#asked
    const placed = await this.#ask('rounds')
    if (placed.length === 0) return []
    const pupils = [...new Set(placed.map(({ pupil_id }) => pupil_id))]
    const groups = [...new Set(placed.map(({ group_id }) => group_id))]
    const found = [...new Map(placed.map((row) => [row.id, row])).values()]
    const rounds = found.map(({ id }) => id)
    const more = { rounds, groups, pupils }
    const [slots, says] = await Promise.all([
      this.#ask('slots', more),
      this.#ask('says', more),
      this.#ask('wishes', more),
    ])
    await this.#open(says, 'record', 'person.record')
    await this.#open(says, 'details', 'guardianship.details', 'tie')
    const speaks = says.filter(({ id, authority }) => id === me.id && authority !== 'no')
    const taken = await this.#ask('guests', { ids: [me.id] })
    const busy = new Set(taken.map(({ at }) => at.getTime()))
    const free = slots.filter(
      (slot) =>
        !slot.closed_at &&
        !slot.booking &&
        !slot.kept_for &&
        slot.starts_at > now &&
        !busy.has(slot.starts_at.getTime()),
    )
    const inRound = (pupil: string, slot: Row) =>
      placed.some((one) => one.pupil_id === pupil && one.group_id === slot.group_id)
    const mine = pupils.filter(
      (pupil) => speaks.some(({ pupil_id }) => pupil_id === pupil) && slots.some((slot) => inRound(pupil, slot)),
    )
    const names = await this.#names(mine)
    return found.map(({ id, title }) => {
      const open = mine.filter((pupil) => free.some((slot) => slot.round_id === id && inRound(pupil, slot)))
      const called = open
        .map((pupil) => names.get(pupil)!.givenName)
        .sort((one, other) => one.localeCompare(other, 'nl'))
      return { id, title, names: listOf('nl', called) }
    })
  }

  async #letters(): Promise<readonly string[]> {
    const threads = await this.#ask('threads')
    const ids = threads.map(({ id }) => id)
    const [last] = await Promise.all([
      this.#ask('newest', { ids }),
      this.#ask('seen', { ids }),
      this.#ask('members', { ids }),
    ])
    await this.#open(last, 'record', 'message.record')
    await this.#names(last.map(({ author_id }) => author_id))
    return ids
  }

  async #items(): Promise<{ items: Item[]; toKnow: number }> {
    const { site } = this.#asked
    const waiting = await this.#ask('items')
    const of = (module: string) => waiting.filter((one) => one.module === module).map(({ subject_id }) => subject_id)
    const [news, letters, rounds] = await Promise.all([
      this.#ask('news', { ids: of('news') }).then((rows) => this.#news(rows)),
      this.#letters(),
      this.#rounds(),
      this.#ask('consents'),
    ])
    const known = (id: string) => news.some((one) => one.id === id) || letters.includes(id)
    const items = waiting.flatMap((one): Item[] => {
      const { subject_id: id, class: kind, from_at: from, answer_by: until } = one
      const story = kind === 'urgent' && news.find((each) => each.id === id)
      const round = rounds.find((each) => each.id === id && each.names)
      if (story) {
        const by = newsTexts.nl.attention.by(listOf('nl', [...story.groups, story.author]), site.name)
        const html = (here: boolean) =>
          `<section class="now axis" aria-label="${t.urgent}">${NOW}<div class="stack"><h2>${escaped(story.title)}</h2><p class="text">${escaped(story.beginning)}</p><p class="meta">${markOf(site)}${escaped(by)}</p><div class="actions"><a ${link(site, here, `/news/${id}`)} class="button button-alert"${plain(here)}>${newsTexts.nl.attention.read}</a></div></div></section>`
        return [{ html, kind, from, until }]
      }
      if (!round) return []
      const { weekday, day, month } = dayParts('nl', until)
      const words = familyTexts.nl.attention
      const html = (here: boolean) =>
        `<article class="item axis" data-school="${themeName(site)}"><p class="when"><span>${weekday}</span> <b>${day}</b> <span>${month}</span></p><div class="stack"><h3>${escaped(words.title(round.names))}</h3><p class="meta">${markOf(site)}${escaped(`${round.title}, ${site.name}`)}</p><div class="actions"><a ${link(site, here, `/conversations/${id}`)} class="button button-solid"${plain(here)}>${words.action}</a></div></div></article>`
      return [{ html, kind, from, until }]
    })
    return { items, toKnow: waiting.filter((one) => one.class === 'to-know' && known(one.subject_id)).length }
  }

  async gather(here: boolean): Promise<FromSchool> {
    const school = Promise.all([this.#items(), this.#children(here)])
    if (!here) {
      const [{ items, toKnow }, children] = await school
      return { items, toKnow, children, latest: '', others: [] }
    }
    const [[{ items, toKnow }, children], latest, others] = await Promise.all([
      school,
      this.#latest(),
      this.#ask('elsewhere'),
      this.#ask('digest'),
      this.#ask('unread'),
      this.#ask('statement'),
      this.#ask('moves'),
      this.#ask('deviations'),
    ])
    return {
      items,
      toKnow,
      children,
      latest,
      others: others.map(({ organisation, person }) => ({ organisation, person })),
    }
  }
}

const stateOf = (days: SchoolDays, today: string, time: string, mark: Row | undefined): string => {
  const words = absenceTexts.nl.mine.states
  const lessons = days.lessons(today)
  if (!lessons || time >= lessons.ends) return words.closed
  if (mark?.state === 'late' && mark.arrived_at) return words.late(clock('nl', mark.arrived_at.slice(0, 5)))
  return time < lessons.starts ? words.starts(clock('nl', lessons.starts)) : words.school(clock('nl', lessons.ends))
}

/** What one school has for a guardian; `here`: the school of the page. */
export const gatherByHand = (asked: Asked, account: string, here: boolean): Promise<FromSchool> =>
  new School(asked, account).gather(here)
