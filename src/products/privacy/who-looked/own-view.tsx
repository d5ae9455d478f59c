import type { Route } from '#shared/access/module.ts'
import type { Role } from '#shared/identity/me.ts'
import { roleInside } from '#shared/identity/role-words.ts'
import { capital, clockShort, dayLong, type Language, listOf, number, weekdayShort } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Form,
  Later,
  PageHead,
  Section,
  Strong,
  Text,
  Timeline,
  type TimelineEntry,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Unusual } from '../alarms/unusual.ts'
import { type Fold, fold, type Stretch } from './folding.ts'
import { kindsIn, nameIn, pageIn, roleIn, SUPPLIERS } from './in-words.ts'
import type { WhoLooked } from './queries.ts'
import type { WhoLookedTexts } from './texts.ts'

export type OwnProps = {
  readonly t: WhoLookedTexts
  readonly language: Language
  readonly today: string
  readonly routes: readonly Route[]
  readonly found: WhoLooked
  readonly title: string
  readonly own: string
  readonly none: string
  readonly back: { readonly to: string; readonly word: string }
  /** The address of this page, for another part of the list. */
  readonly page: (after?: string) => string
  /** Whether this is not the newest part. */
  readonly later: boolean
  /** Whether this person may let the supplier look along. */
  readonly windows: boolean
}

const PAGES_TOLD = 2

const Why = ({ t, name, unusual }: { t: WhoLookedTexts; name: string; unusual: Unusual }) => {
  if (unusual.conclusion !== null) return <Text small>{t.answer(unusual.conclusion)}</Text>
  if (unusual.asked) return <Text small>{t.asked}</Text>
  return (
    <Form action={urls.askWhy({ id: unusual.alarm })}>
      <Button look="line" label={t.whyOf(name)}>
        {t.why}
      </Button>
    </Form>
  )
}

/** "Bij: de lijst van de groep en mensen opzoeken": no more parts than one reads at a glance. */
const pagesIn = ({ t, language, routes }: OwnProps, { looks }: Fold) => {
  const all = [...new Set(looks.map(({ place }) => pageIn(t, language, routes, place)))]
  const told = all.length > PAGES_TOLD + 1 ? all.slice(0, PAGES_TOLD) : all
  const rest = all.length > told.length ? [t.andMore(number(language, all.length - told.length))] : []
  return t.at(listOf(language, [...told, ...rest]))
}

const entryOf = (props: OwnProps, one: Fold): TimelineEntry => {
  const { t, language, found } = props
  const [look] = one.looks
  const name = nameIn(look, found.names)
  const role = roleIn(t, language, look)
  const unusual = found.unusual.get(look.id)
  const supplier = SUPPLIERS.has(look.role)
  const times = one.looks.length > 1 ? `, ${t.times(number(language, one.looks.length))}` : ''
  const kinds = kindsIn(
    language,
    one.looks.flatMap((some) => some.kinds),
  )
  const why = unusual ? t.notTaught : supplier ? t.supplierText : null
  return {
    key: look.id,
    time: one.stretch.week ? weekdayShort(language, look.at) : clockShort(language, look.at),
    ...(name && look.viewer ? { person: { id: look.viewer, name } } : {}),
    icon: look.viewer === null ? 'refresh-cw' : supplier ? 'building-2' : 'user-round',
    title: name ? (
      <>
        <Strong>{name}</Strong>
        {`, ${supplier ? role : roleInside(look.role as Role, language)}${times}`}
      </>
    ) : (
      <>
        <Strong>{role}</Strong>
        {times}
      </>
    ),
    text: `${look.viewer === null ? t.used(kinds) : t.saw(kinds)} ${pagesIn(props, one)}`,
    unusual: why !== null,
    more: why !== null && (
      <>
        <Text small>{why}</Text>
        {unusual && <Why t={t} name={name ?? role} unusual={unusual} />}
      </>
    ),
  }
}

const whenIn = ({ t, language, today }: OwnProps, { from: day, week }: Stretch) => {
  if (week) return t.weekOf(dayLong(language, day, { year: day.slice(0, 4) !== today.slice(0, 4) }))
  if (day === today) return t.today
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return day === yesterday
    ? t.yesterday
    : capital(dayLong(language, day, { year: day.slice(0, 4) !== today.slice(0, 4) }))
}

/** Who looked at somebody's data: calm, by day; only what nobody expected stands out. */
export const OwnLooks = (props: OwnProps) => {
  const { t, language, found, page } = props
  const folds = fold(props.today, found.looks, (look) => found.unusual.has(look.id))
  const stretches = [...Map.groupBy(folds, ({ stretch }) => stretch.from).values()]
  return (
    <>
      <BackLink to={props.back.to}>{props.back.word}</BackLink>
      <PageHead title={props.title} text={`${t.text} ${props.own}`} />
      {stretches.length === 0 && <Empty title={t.none}>{props.none}</Empty>}
      {stretches.map((some) => {
        const when = whenIn(props, some[0]!.stretch)
        return (
          <Section key={when} heading={when}>
            <Timeline label={when} entries={some.map((one) => entryOf(props, one))} />
          </Section>
        )
      })}
      <Section>
        {found.next && (
          <ButtonLink to={page(found.next)} look="line">
            {t.earlier}
          </ButtonLink>
        )}
        {props.later && (
          <ButtonLink to={page()} look="text">
            {t.latest}
          </ButtonLink>
        )}
        {props.windows && (
          <ButtonLink to={urls.mySupportWindows()} look="text">
            {t.windows}
          </ButtonLink>
        )}
        <Later icon="lock">
          {`${found.supplier ? t.supplierLast(dayLong(language, found.supplier, { year: true })) : t.supplierNever} ${t.kept}`}
        </Later>
      </Section>
    </>
  )
}
