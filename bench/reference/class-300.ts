import { bySurname, fullName } from '#products/school/index.ts'
import { moveTexts } from '#products/school/moves/texts.ts'
import { peopleTexts } from '#products/school/people/texts.ts'
import { pupilTexts } from '#products/school/pupils/texts.ts'
import { rightsTexts } from '#products/school/rights/texts.ts'
import { number } from '#shared/language/index.ts'
import { iconPaths } from '#shared/ui/icons.generated.ts'
import { initials } from '#shared/ui/index.ts'
import { personHue } from '#shared/ui/person-hue.ts'
import { statement } from './database.ts'
import { type Asked, escaped, type Made, type NameRecord, type ReferencePage } from './page.ts'

const PEOPLE = statement(
  `select "person"."id", "person"."record" from "person" where "person"."state" = $1
  and "person"."merged_into" is null
  and "person"."id" in (select "reached"."id" from "person" as "reached" where "reached"."organisation_id" = $2)
  and "person"."id" in (select "placed"."pupil_id" as "id" from "group_pupil" as "placed"
      where "placed"."organisation_id" = $3
    union select "held"."person_id" as "id" from "person_role" as "held"
      where "held"."role" = $4 and "held"."organisation_id" = $5)
  and "person"."organisation_id" = $6`,
)
const GROUPS = statement(
  `select "group_pupil"."pupil_id", "school_group"."name" from "group_pupil"
  inner join "school_group" on "school_group"."id" = "group_pupil"."group_id" and "school_group"."organisation_id" = $1
where "group_pupil"."pupil_id" in (select unnest($2::uuid[])) and "school_group"."kind" = $3
  and ("group_pupil"."from_on" <= $4::date and ("group_pupil"."to_on" is null or "group_pupil"."to_on" >= $5::date))
  and "group_pupil"."organisation_id" = $6
order by "school_group"."name"`,
)
const ON_A_PAGE = 300

const t = peopleTexts.nl
const SEARCH = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths.search}"></path></svg>`

const ADD = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths['user-plus']}"></path></svg>`

const MORE = `<p class="meta"><a href="/arrivals">${moveTexts.nl.arrivals}</a><a href="/rights">${rightsTexts.nl.title}</a></p>`

const head = (count: number) =>
  `<header class="page-head"><h1>${t.people}</h1><div class="page-end"><a href="/pupils/new" class="button button-line">${ADD}${pupilTexts.nl.add}</a></div></header><nav class="tabs" aria-label="${t.kindsLabel}"><a href="/people?kind=pupils" aria-current="page">${t.kinds.pupils}</a><a href="/people?kind=guardians">${t.kinds.guardians}</a><a href="/people?kind=team">${t.kinds.team}</a></nav><form class="form filter" method="post" action="/people" aria-label="${t.search}" novalidate data-turbo="false"><input type="hidden" name="kind" value="pupils"/><div class="field"><label for="field-name">${t.name}</label><input id="field-name" name="name" class="box" type="search" value autocomplete="off"/></div><div class="field"><label for="field-state">${t.state}</label><select id="field-state" name="state" required class="box"><option value="active" selected>${t.states.active}</option><option value="left">${t.states.left}</option></select></div><button type="submit" class="button button-tinted">${SEARCH}${t.search}</button></form><section class="section"><h2>${t.count.pupils(number('nl', count))}</h2><ul class="list two-columns" aria-label="${t.kinds.pupils}">`

const row = (id: string, name: string, groups: string) =>
  `<li class="row leads"><span class="avatar" data-person="${personHue(id)}" aria-hidden="true">${escaped(initials(name))}</span><div class="row-text"><a class="name row-link" href="/people/${id}">${escaped(name)}</a>${groups && `<span class="small quiet">${escaped(groups)}</span>`}</div></li>`

const make = async ({ client, site, me, opener, opened, today }: Asked): Promise<Made | null> => {
  if (!me.roles.includes('administrator') && !me.roles.includes('principal')) return null
  const { rows } = await client.query({ ...PEOPLE, values: ['active', site.id, site.id, 'pupil', site.id, site.id] })
  await opener.prepare(
    client,
    site.id,
    rows.map(({ record }) => record),
  )
  const people = rows.map(({ id, record }) => {
    const name = opener.open<NameRecord>(site.id, 'person.record', id, record, opened)
    return { id: id as string, ...name, name: fullName(name) }
  })
  people.sort(bySurname)
  const shown = people.slice(0, ON_A_PAGE)
  const placed = await client.query({
    ...GROUPS,
    values: [site.id, shown.map(({ id }) => id), 'home', today, today, site.id],
  })
  const groups = new Map<string, string>()
  for (const { pupil_id, name } of placed.rows) {
    const before = groups.get(pupil_id)
    groups.set(pupil_id, before ? `${before} en ${name}` : name)
  }
  let content = head(people.length)
  for (const { id, name } of shown) content += row(id, name, groups.get(id) ?? '')
  return { title: t.people, content: `${content}</ul></section>${MORE}` }
}

/** The office's list of the pupils of a school that fits on one page. */
export const class300: ReferencePage = {
  address: /^\/people\?kind=pupils$/,
  place: 'GET /people',
  kinds: ['ordinary'],
  make,
}
