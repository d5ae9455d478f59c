import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Choice,
  Empty,
  Foot,
  Form,
  FormErrors,
  List,
  Notice,
  Row,
  Section,
  Select,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type LetterLanguage, languageNames, letterLanguages } from '../letter/languages.ts'
import type { Earlier } from './queries.ts'
import type { PersonTexts } from './texts.ts'

type Named = { readonly id: string; readonly givenName: string; readonly name: string }
type Props = { t: PersonTexts; language: Language; person: Named }

const outcome = ({ t, language }: Omit<Props, 'person'>, one: Earlier): string => {
  const until = dayLong(language, one.until)
  const words = one.became === 'open' || one.became === 'expired' ? t.became[one.became](until) : t.became[one.became]
  const mail = one.mail && one.mail in t.mail ? [t.mail[one.mail as keyof typeof t.mail]] : []
  const parted = one.parted ? [t.parted(dayLong(language, one.parted.at), one.parted.by)] : []
  return [words, ...mail, ...(one.joined ? [t.joined] : []), ...parted].join(' ')
}

const History = ({ t, language, history }: Omit<Props, 'person'> & { history: readonly Earlier[] }) => (
  <Section heading={t.history}>
    {history.length === 0 ? (
      <Empty title={t.none} />
    ) : (
      <List label={t.history} roomy>
        {history.map((one) => (
          <Row
            key={one.id}
            title={t.sent(t.what[one.channel], dayLong(language, one.sent, { year: true }), one.by)}
            text={outcome({ t, language }, one)}
            tone={one.mail === 'refused' || one.parted ? 'late' : 'quiet'}
            icon={one.channel === 'mail' ? 'mail' : one.channel === 'letter' ? 'file-text' : 'key-round'}
          />
        ))}
      </List>
    )}
  </Section>
)

export type InviteProps = Props & {
  mayMail: boolean
  chosen: LetterLanguage
  how: string
  history: readonly Earlier[]
  problem?: string | undefined
}

/** Invites one person: how, in which language, and what was tried before. */
export const InvitePerson = ({ t, language, person, mayMail, chosen, how, history, problem }: InviteProps) => {
  const letter = history.some((one) => one.became === 'open' && one.channel === 'letter')
  const open = history.some((one) => one.became === 'open')
  return (
    <TaskScreen back={{ to: urls.person({ id: person.id }), word: t.back(person.name) }} title={t.title(person.name)}>
      {letter && (
        <Actions>
          <ButtonLink to={urls.letter({ id: person.id })} icon="printer">
            {t.print}
          </ButtonLink>
        </Actions>
      )}
      <Form action={urls.invite({ id: person.id })} plain>
        {problem && <FormErrors>{problem}</FormErrors>}
        <Choice
          name="how"
          legend={t.how}
          chosen={how}
          options={[
            { value: 'letter', label: t.channels.letter, hint: t.channels.letterText, icon: 'printer' },
            {
              value: 'mail',
              label: t.channels.mail,
              hint: mayMail ? t.channels.mailText : t.channels.noMail,
              icon: 'mail',
              off: !mayMail,
            },
            { value: 'link', label: t.channels.link, hint: t.channels.linkText, icon: 'key-round' },
          ]}
        />
        <Select
          name="language"
          label={t.language}
          hint={t.languageHint}
          value={chosen}
          options={letterLanguages.map((one) => ({
            value: one,
            label:
              languageNames[one].own === languageNames[one][language]
                ? languageNames[one].own
                : `${languageNames[one][language]} (${languageNames[one].own})`,
          }))}
        />
        <Foot>
          <Button look={letter ? 'line' : 'solid'}>{t.submit(person.givenName)}</Button>
          {open && (
            <Text small quiet>
              {t.again}
            </Text>
          )}
        </Foot>
      </Form>
      <History t={t} language={language} history={history} />
    </TaskScreen>
  )
}

/** What happens when an account is taken away from a person, before it is done. */
export const PartAccount = ({
  t,
  language,
  person,
  history,
  problem,
}: Props & { history: readonly Earlier[]; problem?: string | undefined }) => (
  <TaskScreen back={{ to: urls.person({ id: person.id }), word: t.back(person.name) }} title={t.part(person.name)}>
    <Form action={urls.partAccount({ id: person.id })}>
      {problem && <FormErrors>{problem}</FormErrors>}
      <Text>{t.partText}</Text>
      <List roomy>
        {t.partPoints.map((point) => (
          <Row key={point} title={point} icon="check" />
        ))}
      </List>
      {history.some((one) => one.joined && !one.parted) && <Notice kind="waiting">{t.partJoined}</Notice>}
      <Foot>
        <Button look="alert">{t.partSubmit}</Button>
      </Foot>
    </Form>
    <History t={t} language={language} history={history} />
  </TaskScreen>
)
