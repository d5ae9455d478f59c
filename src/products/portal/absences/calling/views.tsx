import { clock, type Language } from '#shared/language/index.ts'
import { Actions, AlertBlock, Button, ButtonLink, CallPerson, type Child, Details, Form } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Absence } from '../absences.ts'
import type { Standing } from '../standing.ts'
import type { TeamTexts } from '../team-texts.ts'
import type { Call, ToCall } from './queries.ts'

type Pupil = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly standing: Standing
  readonly covers: readonly Absence[]
}

export type CallBlockProps = {
  readonly language: Language
  readonly t: TeamTexts['calling']
  readonly list: readonly ToCall<Pupil>[]
  /** Where "is er" posts to, per pupil. */
  readonly markAction: (pupil: string) => string
  /** The group whose day list this stands on; none on the office's page. */
  readonly group?: string
  /** A key per pupil, so that a call noted twice is one call. */
  readonly newKey: () => string
}

const telephone = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`

/** The red block: whom to call about whom, in which order, and what came of it. */
export const CallBlock = ({ list, ...page }: CallBlockProps) =>
  list.length === 0 ? null : (
    <AlertBlock icon="phone" heading={page.t.heading}>
      {list.map((one) => (
        <OneCall key={one.pupil.id} one={one} page={page} />
      ))}
    </AlertBlock>
  )

const OneCall = ({ one, page }: { one: ToCall<Pupil>; page: Omit<CallBlockProps, 'list'> }): Child => {
  const { pupil, callers, calls } = one
  const { t, language } = page
  const [first, second] = callers
  const said = calls.map((call) => callInWords(call, callers, t, language))
  return (
    <>
      <CallPerson
        person={pupil}
        text={pupil.standing === 'missing' ? t.why.missing : t.why.unseen}
        actions={
          <Actions>
            {first?.phone && (
              <ButtonLink to={telephone(first.phone)} look="alert">
                {t.call(first.givenName)}
              </ButtonLink>
            )}
            <Button look="alert-line" form={`here-${pupil.id}`} name="state" value="present">
              {t.isHere(pupil.givenName)}
            </Button>
          </Actions>
        }
        note={
          first
            ? [
                t.first(first.givenName, first.relation),
                first.phone ? '' : t.noNumber(first.givenName),
                second ? t.next(first.givenName, second.givenName) : '',
                ...said,
              ]
                .filter(Boolean)
                .join(' ')
            : t.nobody
        }
      />
      {first && (
        <Details title={t.outcomeHeading(first.givenName)}>
          <Form
            action={urls.absenceCalls()}
            requestKey={page.newKey()}
            hidden={{ pupil: pupil.id, guardian: first.id, ...(page.group ? { group: page.group } : {}) }}
          >
            <Actions>
              {(['ill', 'coming', 'no-answer', 'messaged'] as const).map((outcome) => (
                <Button key={outcome} look="alert-line" name="outcome" value={outcome}>
                  {outcome === 'ill' ? t.outcomes.ill(pupil.givenName) : t.outcomes[outcome]}
                </Button>
              ))}
            </Actions>
          </Form>
        </Details>
      )}
      <Form id={`here-${pupil.id}`} action={page.markAction(pupil.id)} hidden={{ pupil: pupil.id }}>
        {null}
      </Form>
    </>
  )
}

const callInWords = (
  call: Call,
  callers: ToCall<Pupil>['callers'],
  t: TeamTexts['calling'],
  language: Language,
): string => {
  const name = callers.find(({ id }) => id === call.guardian)?.givenName ?? t.somebody
  return t.done[call.outcome](call.by ?? t.somebody, name, clock(language, call.at))
}
