import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Facts,
  Form,
  Link,
  List,
  Notice,
  PageHead,
  Quote,
  Row,
  Section,
  Text,
} from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { concernsIn } from '#shared/vault/concern.ts'
import { urls } from '#src/urls.ts'
import type { Mine, MyRequest } from '../asking.ts'
import { authority } from '../authority.ts'
import { askedHere, restricts } from '../kinds.ts'
import type { RequestWords } from '../texts.ts'
import { Thread } from '../thread.tsx'
import type { MineTexts } from './texts.ts'

type Props = { t: MineTexts; words: RequestWords; language: Language }

const icons = {
  correction: 'pencil',
  erasure: 'trash-2',
  restriction: 'lock',
  objection: 'circle-alert',
  complaint: 'message-circle',
} as const

const titleOf = ({ t, words }: Props, { kind, about, aboutMe }: Mine) =>
  aboutMe || about === '' ? words.kinds[kind] : t.requestAbout(words.kinds[kind], about)

const standing = ({ t, words, language }: Props, one: Mine): string => {
  if (one.state === 'open') return t.answerBy(dayLong(language, one.dueOn))
  if (one.carriedOut) return t.erased
  if (one.carryOutOn) return t.erasedOn(dayLong(language, one.carryOutOn))
  return `${words.states[one.state]}. ${t.answered(dayLong(language, one.endedAt!))}`
}

const Requests = (props: Props & { requests: readonly Mine[]; heading: string }) =>
  props.requests.length === 0 ? null : (
    <Section heading={props.heading}>
      <List label={props.heading} roomy>
        {props.requests.map((one) => (
          <Row
            key={one.id}
            title={titleOf(props, one)}
            text={standing(props, one)}
            to={urls.myRequest({ id: one.id })}
          />
        ))}
      </List>
    </Section>
  )

type ListProps = Props & {
  requests: readonly Mine[]
  mayAsk: boolean
  mayConsent: boolean
  informationOnly: boolean
  said: 'sent' | 'taken' | 'takenBack' | null
  /** What I wrote to the supplier, as its own part. */
  complaints: Child
}

/** What I asked and what I can ask; what I can do at once myself stands first. */
export const MyRequests = (props: ListProps) => {
  const { t, requests, mayAsk, mayConsent, informationOnly, said } = props
  return (
    <>
      <BackLink to={urls.me()}>{t.backToMe}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {said && <Notice kind="received">{t[said]}</Notice>}
      <Requests {...props} heading={t.open} requests={requests.filter(({ state }) => state === 'open')} />
      {props.complaints}
      <Section heading={t.atOnce}>
        <List label={t.atOnce} roomy>
          <Row icon="eye" title={t.see} to={urls.myData()} />
          <Row icon="phone" title={t.phone} to={urls.myPhone()} />
          <Row icon="mail" title={t.address} to={urls.myAddress()} />
          {mayConsent && <Row icon="check-square" title={t.consents} to={urls.consents()} />}
        </List>
      </Section>
      <Section heading={t.want}>
        {!mayAsk && <Text>{t.young}</Text>}
        <List label={t.want} roomy>
          {mayAsk &&
            askedHere.map((kind) => (
              <Row
                key={kind}
                icon={icons[kind]}
                title={t.choices[kind].title}
                text={t.choices[kind].text}
                to={kind === 'complaint' ? urls.complain() : urls.askRight({ kind })}
              />
            ))}
          {informationOnly && (
            <Row icon="circle-help" title={t.child} text={t.childText} to={urls.informationRequest()} />
          )}
        </List>
      </Section>
      <Requests {...props} heading={t.ended} requests={requests.filter(({ state }) => state !== 'open')} />
    </>
  )
}

/** To whom one can complain: the school, the supplier, the authority with its address (PROMISES P68). */
export const Complain = ({ t, supplier }: Props & { supplier: { name: string } | null }) => (
  <>
    <BackLink to={urls.myRequests()}>{t.back}</BackLink>
    <PageHead title={t.complaint.title} text={t.complaint.text} />
    <Section heading={t.complaint.school}>
      <Text>{t.complaint.schoolText}</Text>
      <Actions>
        <ButtonLink to={urls.askRight({ kind: 'complaint' })} icon="message-circle">
          {t.complaint.toSchool}
        </ButtonLink>
      </Actions>
    </Section>
    <Section heading={t.complaint.supplier}>
      <Text>{supplier ? t.complaint.supplierText(supplier.name) : t.complaint.supplierNone}</Text>
      {supplier && (
        <Actions>
          <ButtonLink to={urls.complainToSupplier()} icon="message-circle" look="line">
            {t.complaint.toSupplier(supplier.name)}
          </ButtonLink>
        </Actions>
      )}
    </Section>
    <Section heading={t.complaint.authority}>
      <Text>{t.complaint.authorityText}</Text>
      <AuthorityFacts t={t} />
    </Section>
  </>
)

const AuthorityFacts = ({ t }: { t: MineTexts }) => (
  <Facts
    facts={[
      { term: t.complaint.name, text: authority.name },
      { term: t.complaint.post, text: authority.post },
      {
        term: t.complaint.phone,
        text: <Link to={`tel:+31${authority.phone.slice(1).replaceAll(' ', '')}`}>{authority.phone}</Link>,
      },
      { term: t.complaint.site, text: <Link to={authority.site}>{authority.site.replace('https://www.', '')}</Link> },
    ]}
  />
)

const Asked = (props: Props & { request: MyRequest }) => {
  const { t, words, request } = props
  const { kind, field, before, value, text, concerns } = request
  const about = concernsIn(props.language, concerns)
  return (
    <Section heading={t.what}>
      {field && field !== 'other' && (
        <Text>{t.correction(words.fields[field], before || words.nothing, value || words.nothing)}</Text>
      )}
      {restricts(kind) && <Text>{about ? words.concerns.about(about) : words.concerns.all}</Text>}
      {text && <Quote>{text}</Quote>}
    </Section>
  )
}

/** One request of mine: where it stands, what happened, the letters, and the way back. */
export const MyRequestPage = (props: Props & { request: MyRequest }) => {
  const { t, words, language, request } = props
  const mayWithdraw = request.state === 'open' || (request.carryOutOn !== null && !request.carriedOut)
  return (
    <>
      <BackLink to={urls.myRequests()}>{t.back}</BackLink>
      <PageHead title={titleOf(props, request)} text={standing(props, request)} />
      <Asked {...props} />
      <Thread
        {...{ words, language }}
        heading={t.thread}
        steps={request.steps}
        letter={{ word: t.letter, of: (step) => urls.myRequestLetter({ id: request.id, step }) }}
      />
      {mayWithdraw && (
        <Form action={urls.withdrawRequest({ id: request.id })}>
          <Button look="line" icon="undo-2">
            {t.withdraw}
          </Button>
        </Form>
      )}
      {request.state === 'refused' && (
        <Section heading={t.disagree}>
          <Text>
            {t.disagreeText} <Link to={urls.complain()}>{t.complaint.title}</Link>
          </Text>
        </Section>
      )}
    </>
  )
}
