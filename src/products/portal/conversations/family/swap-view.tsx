import { clockShort, dayShort, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  Choice,
  Empty,
  Foot,
  Form,
  FormErrors,
  List,
  Row,
  Section,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Slot } from '../slots.ts'
import type { Swap } from '../swapping.ts'
import { moment } from './choose-view.tsx'
import type { ChildIn } from './queries.ts'
import type { FamilyTexts } from './texts.ts'

type OfferProps = {
  readonly t: FamilyTexts
  readonly swap: string
  readonly child: string
  readonly mine: string
  readonly theirs: string
  readonly clock: string
}

/** Another family's question, with the two answers. It says no more of them than their time. */
export const SwapOffer = ({ t, swap, child, mine, theirs, clock }: OfferProps) => (
  <Section heading={t.swapOffer}>
    <Text>{t.swapOfferText(child, mine, theirs)}</Text>
    <Form action={urls.answerConversationSwap({ swap })} requestKey={swap} resend>
      <Actions>
        <Button name="answer" value="yes">
          {t.swapYes(clock)}
        </Button>
        <Button name="answer" value="no" look="line">
          {t.swapNo}
        </Button>
      </Actions>
    </Form>
  </Section>
)

type AskProps = {
  readonly t: FamilyTexts
  readonly language: Language
  readonly child: ChildIn
  readonly taken: readonly Slot[]
  readonly asked: readonly Swap[]
  readonly requestKey: string
  readonly chosen: string | undefined
  readonly problem: string | undefined
}

/** Asking another family for its time: the taken times, without who has them, and what was asked already. */
export const AskSwap = ({ t, language, child, taken, asked, requestKey, chosen, problem }: AskProps) => {
  const { givenName } = child.name
  const { booking, starts } = child.mine!
  return (
    <TaskScreen back={{ to: urls.conversations(), word: t.title }} title={t.swapTitle(givenName)}>
      <Stack gap="loose">
        <Text>{t.swapText(moment(language, starts))}</Text>
        {asked.length > 0 && (
          <Section heading={t.swapsAsked}>
            <List label={t.swapsAsked}>
              {asked.map(({ id, wanted }) => {
                const time = moment(language, wanted.slot.starts)
                return (
                  <Row
                    key={id}
                    title={t.swapAsked(time)}
                    more={
                      <Form action={urls.answerConversationSwap({ swap: id })}>
                        <Button look="text" name="answer" value="withdraw">
                          {t.swapWithdraw(time)}
                        </Button>
                      </Form>
                    }
                  />
                )
              })}
            </List>
          </Section>
        )}
        {taken.length === 0 ? (
          <Empty title={t.swapNone} />
        ) : (
          <Form action={urls.askConversationSwap({ id: booking!.id })} requestKey={requestKey}>
            {problem && <FormErrors />}
            <Choice
              name="wanted"
              legend={t.swapWhich}
              columns={2}
              chosen={chosen}
              error={problem}
              options={taken.map((slot) => ({
                value: slot.id,
                label: `${dayShort(language, slot.starts)}, ${clockShort(language, slot.starts)}`,
              }))}
            />
            <Foot>
              <Button>{t.swapAsk}</Button>
            </Foot>
          </Form>
        )}
      </Stack>
    </TaskScreen>
  )
}
