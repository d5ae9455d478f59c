import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { dayLong, pick, plural, type Texts } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  Empty,
  Form,
  List,
  PageHead,
  PrintButton,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type PaperLetter, paperLetters, posted } from './queries.ts'

const nl = {
  title: 'Brieven',
  text: 'Ouders zonder account krijgen op papier wat er voor hen klaarstaat.',
  none: 'Er hoeft geen brief de deur uit',
  noneText: 'Als er iets is voor een ouder zonder account, staat de brief hier.',
  waiting: (count: number) => `${plural('nl', count, 'brief', 'brieven')} om te printen`,
  to: (name: string, day: string) => `Voor ${name}, ${day}`,
  posted: 'Ze zijn gepost',
}
const en: Texts<typeof nl> = {
  title: 'Letters',
  text: 'Guardians without an account get on paper what waits for them.',
  none: 'No letter has to go out',
  noneText: 'When there is something for a guardian without an account, the letter stands here.',
  waiting: (count) => `${plural('en', count, 'letter', 'letters')} to print`,
  to: (name, day) => `For ${name}, ${day}`,
  posted: 'They were posted',
}

const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

const Letters = ({ t, day, letters }: { t: typeof nl; day: string; letters: readonly PaperLetter[] }) => (
  <Stack gap="loose">
    {letters.map(({ person, name, things }) => (
      <Section key={person} heading={t.to(name, day)}>
        <List>
          {things.map(({ subject, title, text, body }) => (
            <Row key={subject} title={title} text={text} more={body && <Text>{body}</Text>} />
          ))}
        </List>
      </Section>
    ))}
    <Form action={urls.paperLetters()} posted={letters.map(({ person }) => ['person', person] as const)}>
      <Actions>
        <PrintButton />
        <Button look="line">{t.posted}</Button>
      </Actions>
    </Form>
  </Stack>
)

/** What waits for guardians whom no message can reach, as letters for the office to print. */
export const letters = new Module('paper-letters', {
  nl: 'Brieven voor ouders zonder account',
  en: 'Letters for guardians without an account',
})
  .setting({
    order: 46,
    section: 'school',
    address: urls.paperLetters(),
    word: { nl: nl.title, en: en.title },
    text: { nl: nl.text, en: en.text },
    icon: 'printer',
    rule: office,
    kinds: ['school'],
  })
  .get(urls.paperLetters, office, async (visit) => {
    const t = pick(visit.language, { nl, en })
    const found = await paperLetters(visit.work, visit)
    return visit.page(
      { title: t.title },
      <>
        <PageHead title={t.title} text={found.length > 0 ? t.waiting(found.length) : t.text} />
        {found.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <Letters t={t} day={dayLong(visit.language, visit.work.today)} letters={found} />
        )}
      </>,
    )
  })
  .post(urls.paperLetters, office, async (visit) => {
    const known = new Set((await paperLetters(visit.work, visit)).map(({ person }) => person))
    const asked = [visit.typed.person ?? []].flat().filter((person) => known.has(person))
    if (asked.length > 0) await posted(visit.work, asked)
    return visit.seeOther(urls.paperLetters())
  })
