import { Lines, type Part } from '#products/privacy/index.ts'
import { capital, clockShort, dayLong, type Language, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  ButtonLink,
  Details,
  Empty,
  Facts,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { type Listed, pseudonymOf, type Seen } from './looking.ts'
import { reasonWords, type WindowTexts } from './texts.ts'
import { kindsIn } from './views.tsx'

type Say = { readonly t: WindowTexts; readonly language: Language }

/** Where the supplier may look now: at which customer and until when, and not at whom. */
export const CustomerWindows = ({ t, language, windows }: Say & { windows: readonly Listed[] }) => {
  const running = windows.filter(({ open }) => open)
  const over = windows.filter(({ open }) => !open)
  return (
    <>
      <PageHead title={t.customers.title} text={t.customers.text} />
      {running.length === 0 && <Empty title={t.customers.none}>{t.customers.noneText}</Empty>}
      {running.length > 0 && (
        <Section heading={t.nowOpen} count={running.length}>
          <List>
            {running.map(({ id, customer, customerName, endsAt }) => (
              <Row
                key={id}
                icon="eye"
                title={t.customers.window(pseudonymOf(id))}
                text={`${customerName}, ${t.until(clockShort(language, endsAt)).toLowerCase()}`}
                to={urls.customerWindow({ customer, id })}
              />
            ))}
          </List>
        </Section>
      )}
      <Actions>
        <ButtonLink to={urls.supportExports()} look="line" icon="download">
          {t.customers.exports}
        </ButtonLink>
        <ButtonLink to={urls.breakGlass()} look="line" icon="triangle-alert">
          {t.customers.emergency}
        </ButtonLink>
      </Actions>
      {over.length > 0 && (
        <Section heading={t.over}>
          <List>
            {over.map(({ id, customerName, openedAt }) => (
              <Row
                key={id}
                icon="lock"
                title={t.customers.window(pseudonymOf(id))}
                text={`${customerName}, ${dayLong(language, openedAt)}`}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

const PartOf = ({ t, language, part }: Say & { part: Part }) => {
  const what = capital(part.declaration.what[language])
  return (
    <Details title={what} end={number(language, part.count)}>
      <Stack>
        <Lines lines={part.lines} language={language} label={what} />
        {part.count > part.lines.length && (
          <Text small quiet>
            {t.customers.more(number(language, part.count - part.lines.length))}
          </Text>
        )}
      </Stack>
    </Details>
  )
}

/** What the supplier sees through a window. */
export const CustomerWindow = ({
  t,
  language,
  id,
  seen,
  kinds,
}: Say & { id: string; seen: Seen; kinds: readonly Kind[] }) => (
  <>
    <BackLink to={urls.customerWindows()}>{t.customers.title}</BackLink>
    <PageHead title={t.customers.window(pseudonymOf(id))} text={t.until(clockShort(language, seen.endsAt))} />
    <Notice kind="waiting">{t.customers.warning}</Notice>
    <Section>
      <Facts
        facts={[
          { term: t.page.reason, text: reasonWords[seen.reason][language] },
          ...(seen.text === null ? [] : [{ term: t.page.words, text: seen.text }]),
          { term: t.customers.kinds, text: capital(kindsIn(language, kinds)) },
        ]}
      />
    </Section>
    <Section heading={t.customers.parts}>
      {seen.parts.length === 0 && <Empty title={t.customers.empty} />}
      {seen.parts.map((part) => (
        <PartOf key={part.declaration.table} t={t} language={language} part={part} />
      ))}
    </Section>
  </>
)
