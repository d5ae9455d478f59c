import type { Typed } from '#shared/access/form.ts'
import { capital, clock, dayLong } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { Button, Field, Form, FormErrors, Notice, Section, Select, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { RoundGroup, RoundPage } from './queries.ts'
import { OneButton, type Shown } from './views.tsx'

export type Person = { readonly id: string; readonly name: string }

type Props = Shown & {
  readonly page: RoundPage
  readonly group: RoundGroup
  readonly colleagues: readonly Person[]
  readonly now: Date
  readonly said: string | null
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

/** What is the same for all conversations of a group: where they are, and who of the team sits there. */
export const GroupPage = (props: Props) => {
  const { t, language, page, group, colleagues, now, typed, problems } = props
  const address = { round: page.id, group: group.id }
  const coming = group.slots.filter(({ starts }) => starts > now)
  const sitting = new Map(coming.flatMap(({ seats }) => seats.map(({ teacher, name }) => [teacher, name])))
  const days = [...new Set(coming.map(({ starts }) => dayOf(starts)))]
  const wrong = Object.keys(problems).length > 0
  return (
    <TaskScreen
      back={{ to: urls.conversationRound({ round: page.id }), word: page.title }}
      title={t.groupTitle(group.name)}
    >
      {props.said && <Notice kind="received">{props.said}</Notice>}
      {wrong && <FormErrors>{problems.out}</FormErrors>}
      <Form action={urls.conversationGroup(address)}>
        <Field
          name="room"
          label={t.room}
          hint={t.roomHint}
          value={one(typed.room) ?? group.place?.room ?? ''}
          error={problems.room}
          optional
          maxLength={60}
        />
        <Field
          name="link"
          label={t.link}
          hint={t.linkHint}
          value={one(typed.link) ?? group.place?.videoUrl ?? ''}
          error={problems.link}
          optional
          maxLength={500}
        />
        <Button>{t.placeSave}</Button>
      </Form>
      {coming.length > 0 && (
        <Section heading={t.colleague}>
          <Text>{t.colleagueText}</Text>
          <Form action={urls.conversationSeats(address)}>
            <Select
              name="colleague"
              label={t.colleagueWho}
              value={one(typed.colleague)}
              error={problems.colleague}
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="when"
              label={t.colleagueWhen}
              value={one(typed.when) ?? 'all'}
              options={[
                { value: 'all', label: t.colleagueAll },
                ...days.map((day) => ({ value: day, label: capital(dayLong(language, day)) })),
                ...coming.map(({ id, starts, pupil }) => ({
                  value: id,
                  label: [capital(dayLong(language, starts)), clock(language, starts), pupil?.name]
                    .filter(Boolean)
                    .join(', '),
                })),
              ]}
            />
            <Button look="tinted">{t.colleagueSave}</Button>
          </Form>
          {sitting.size > 1 &&
            [...sitting].map(([teacher, name]) => (
              <OneButton key={teacher} action={urls.conversationSeats(address)} hidden={{ out: teacher }}>
                {t.out(name)}
              </OneButton>
            ))}
        </Section>
      )}
    </TaskScreen>
  )
}
