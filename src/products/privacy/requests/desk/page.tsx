import type { Typed } from '#shared/access/form.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Columns,
  Facts,
  Form,
  FormErrors,
  Link,
  PageHead,
  Quote,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { concernsIn } from '#shared/vault/concern.ts'
import { urls } from '#src/urls.ts'
import type { Copy } from '../../my-data/copy/queries.ts'
import type { Request } from '../handling.ts'
import { WhatStays } from '../keeping-view.tsx'
import { restricts } from '../kinds.ts'
import type { RequestWords } from '../texts.ts'
import { Thread } from '../thread.tsx'
import { RequestClock } from '../time-left.tsx'
import { Decide, Extend, Identity, Lift, Undo } from './forms-view.tsx'
import type { DeskTexts } from './texts.ts'
import { kindWords } from './views.tsx'

type Texts = { t: DeskTexts; words: RequestWords; language: Language }
type Problems = Readonly<Record<string, string>>

/** What a correction changes: what stands there now beside what it becomes. */
const Difference = ({ t, words, request }: Texts & { request: Request }) => {
  const { field, value, now, before, state } = request
  if (!field || field === 'other') return null
  return (
    <Section heading={`${t.difference}: ${words.fields[field].toLowerCase()}`}>
      <Facts
        facts={[
          { term: t.now, text: (state === 'open' ? now : before) || words.nothing },
          { term: t.becomes, text: value || words.nothing },
        ]}
      />
    </Section>
  )
}

const About = ({ t, words, language, request }: Texts & { request: Request }) => {
  const { asker, about, receivedOn, limitOn, way, identity } = request
  return (
    <Facts
      facts={[
        { term: t.facts.asker, text: asker.name },
        ...(about ? [{ term: t.facts.about, text: about.name }] : []),
        { term: t.facts.received, text: t.receivedOn(dayLong(language, receivedOn, { year: true }), words.ways[way]) },
        { term: t.facts.limit, text: t.facts.limitText(dayLong(language, limitOn, { year: true })) },
        { term: t.facts.identity, text: identity ? words.proofs[identity] : t.facts.identityNone },
      ]}
    />
  )
}

const Forms = (props: Texts & { request: Request; typed: Typed; problems: Problems }) => {
  const { t, request } = props
  if (request.own) return <Text>{t.own}</Text>
  return (
    <>
      {request.state === 'open' && !request.identified && <Identity {...props} />}
      {request.state === 'open' && <Decide {...props} />}
      {request.mayExtend && <Extend {...props} />}
      {request.state === 'granted' && request.carryOutOn && !request.carriedOut && <Undo {...props} />}
      {request.mayLift && <Lift {...props} />}
    </>
  )
}

/** The copy for who asked on paper: being made, waiting for a look at texts, or ready to print. */
const PaperCopy = ({ t, language, id, copy }: Texts & { id: string; copy: Copy | 'none' }) => (
  <Section heading={t.copy.title}>
    {copy === 'none' ? (
      <Form action={urls.makeRequestCopy({ id })}>
        <Text>{t.copy.none}</Text>
        <Button look="tinted">{t.copy.make}</Button>
      </Form>
    ) : copy.state === 'ready' ? (
      <Stack>
        <Text>{t.copy.ready(dayLong(language, copy.lastDay))}</Text>
        <ButtonLink to={urls.requestCopy({ id })} look="line" icon="download" plain>
          {t.copy.fetch}
        </ButtonLink>
      </Stack>
    ) : copy.state === 'review' ? (
      <Text>
        {t.copy.review} <Link to={urls.copyReviews()}>{t.copy.look}</Link>
      </Text>
    ) : (
      <Text>{t.copy.making}</Text>
    )}
  </Section>
)

/** One request for the school: what is asked, how long there is, what happened, and what can be done now. */
export const requestPage = (
  visit: Visit<string, Me>,
  request: Request,
  copy: Copy | 'none' | null,
  texts: Texts,
  typed: Typed,
  problems: Problems,
): Response => {
  const { t, words, language } = texts
  const { id, asker, text, state } = request
  const about = concernsIn(language, request.concerns)
  const problem = problems.form && (t.problems as Record<string, string>)[problems.form]
  return visit.page(
    { title: t.title, live: 'rights-requests', status: Object.keys(problems).length > 0 ? 422 : 200 },
    <>
      <BackLink to={urls.rightsRequests()}>{t.back}</BackLink>
      <PageHead
        title={t.from(asker.name, kindWords(t, words, request))}
        text={state === 'open' ? <RequestClock {...{ words, language }} {...request} /> : words.states[state]}
      />
      {Object.keys(problems).length > 0 && <FormErrors>{problem}</FormErrors>}
      <Columns side={<About {...texts} request={request} />}>
        {text && (
          <Section heading={t.asked}>
            {restricts(request.kind) && <Text>{about ? words.concerns.about(about) : words.concerns.all}</Text>}
            <Quote>{text}</Quote>
          </Section>
        )}
        <Difference {...texts} request={request} />
        {request.keeping && request.state === 'open' && (
          <Section heading={t.keeps}>
            <WhatStays {...{ words, language }} keeping={request.keeping} name={(request.about ?? asker).name} />
          </Section>
        )}
        <Forms {...texts} {...{ request, typed, problems }} />
        {copy && <PaperCopy {...texts} id={id} copy={copy} />}
        <Thread
          {...{ words, language }}
          heading={t.thread}
          steps={request.steps}
          letter={{ word: t.letter, of: (step) => urls.requestLetter({ id, step }) }}
        />
        {language === 'nl' && <English {...texts} request={request} />}
      </Columns>
    </>,
  )
}

/** The last letter in the other language, for who does not read Dutch. */
const English = ({ t, request }: Texts & { request: Request }) => {
  const last = request.steps.findLast(({ what }) => what === 'granted' || what === 'refused' || what === 'extended')
  return last ? (
    <Text>
      <Link to={urls.requestLetter({ id: request.id, step: last.id }, { language: 'en' })} plain>
        {`${t.letter} ${t.letterEn}`}
      </Link>
    </Text>
  ) : null
}
