import { dayLong, type Language } from '#shared/language/index.ts'
import { ButtonLink, Empty, Link, List, PageHead, Row, Section } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { daysUntil } from '../clock.ts'
import type { Listed } from '../handling.ts'
import type { Informed } from '../information.ts'
import type { OutsideRequest } from '../outside.ts'
import type { RequestWords } from '../texts.ts'
import { RequestClock } from '../time-left.tsx'
import type { DeskTexts } from './texts.ts'

type Props = { t: DeskTexts; words: RequestWords; language: Language }

/** "Verbeteren, over Mila Yıldız". */
export const kindWords = (
  t: DeskTexts,
  words: RequestWords,
  { kind, about }: Pick<Listed, 'kind' | 'about'>,
): string => (about ? t.about(words.kinds[kind], about.name) : words.kinds[kind])

const Waiting = ({ t, words, language, open }: Props & { open: readonly Listed[] }) => (
  <List label={t.waiting}>
    {open.map((one) => (
      <Row
        key={one.id}
        title={one.asker.name}
        person={one.asker}
        text={[kindWords(t, words, one), ...(one.own ? [t.own] : one.identified ? [] : [t.needsIdentity])].join('. ')}
        to={urls.rightsRequest({ id: one.id })}
        more={<RequestClock {...{ words, language }} {...one} />}
      />
    ))}
  </List>
)

const endedWords = ({ t, words, language }: Props, one: Listed): string => {
  const kind = kindWords(t, words, one)
  if (one.carriedOut) return `${kind}. ${t.erased}`
  if (one.carryOutOn) return `${kind}. ${t.erasedOn(dayLong(language, one.carryOutOn))}`
  if (one.state === 'open') return kind
  return `${kind}. ${t.answeredOn(words.states[one.state], dayLong(language, one.endedAt!))}`
}

/** Parents without authority: the office looks at what may be told; the officer sees the clock only. */
const Information = ({ t, words, language, information, isOffice }: ListProps) => (
  <Section heading={t.information}>
    <List label={t.information}>
      {information.map((one) => (
        <Row
          key={one.id}
          title={one.person.name}
          person={one.person}
          text={t.informationText}
          more={<RequestClock {...{ words, language }} {...one} />}
          {...(isOffice ? { to: urls.informationRequestOf({ id: one.id }) } : {})}
        />
      ))}
    </List>
  </Section>
)

/** What came in through another product, with the same clock, and is answered there. */
const Outside = ({ t, words, language, outside, today }: ListProps) => (
  <Section heading={t.outside}>
    <List label={t.outside}>
      {outside.map(({ id, kind, name, receivedOn, dueOn, to }) => (
        <Row
          key={id}
          title={name}
          icon="mail"
          text={t.outsideKinds[kind]}
          to={to}
          more={<RequestClock {...{ words, language, receivedOn, dueOn }} left={daysUntil(today, dueOn)} />}
        />
      ))}
    </List>
  </Section>
)

type ListProps = Props & {
  open: readonly Listed[]
  ended: readonly Listed[]
  outside: readonly OutsideRequest[]
  today: string
  information: readonly Informed[]
  isOffice: boolean
}

/** All requests: what waits, the least time first, each with its clock; then what was answered. */
export const RequestList = (props: ListProps) => {
  const { t, open, ended, outside, information, isOffice } = props
  return (
    <>
      <PageHead
        title={t.title}
        text={t.text}
        {...(isOffice
          ? {
              end: (
                <ButtonLink to={urls.enterRequest()} look="line" icon="plus">
                  {t.enter}
                </ButtonLink>
              ),
            }
          : {})}
      />
      <Section heading={t.waiting}>{open.length === 0 ? <Empty title={t.none} /> : <Waiting {...props} />}</Section>
      {outside.length > 0 && <Outside {...props} />}
      {information.length > 0 && <Information {...props} />}
      {ended.length > 0 && (
        <Section heading={t.ended}>
          <List label={t.ended} roomy>
            {ended.map((one) => (
              <Row
                key={one.id}
                title={one.asker.name}
                person={one.asker}
                text={endedWords(props, one)}
                to={urls.rightsRequest({ id: one.id })}
              />
            ))}
          </List>
        </Section>
      )}
      {isOffice && (
        <Section>
          <Link to={urls.informationRequests()}>{t.informationAll}</Link>
        </Section>
      )}
    </>
  )
}
