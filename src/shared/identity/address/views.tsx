import { clock, type Language } from '#shared/language/index.ts'
import { Button, ButtonLink, Field, Foot, Form, FormErrors, Notice, Stack, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { AddressTexts } from './texts.ts'

type Props = { readonly t: AddressTexts }
const back = (t: AddressTexts) => ({ to: urls.me(), word: t.back })

export type ChangeAddressProps = Props & {
  readonly language: Language
  readonly now: string
  readonly waiting: { readonly address: string; readonly until: Date } | null
  readonly typed?: string | undefined
  readonly problem?: string | undefined
  readonly wait?: string | undefined
}

/** Asks for a new address; shows the one that still has to be confirmed. */
export const ChangeAddress = ({ t, language, now, waiting, typed, problem, wait }: ChangeAddressProps) => (
  <TaskScreen back={back(t)} title={t.title}>
    {waiting && (
      <Stack gap="loose">
        <Notice kind="waiting">{t.waiting(waiting.address, clock(language, waiting.until))}</Notice>
        <Form action={urls.dropAddress()} plain>
          <Button look="line">{t.drop}</Button>
        </Form>
      </Stack>
    )}
    <Form action={urls.myAddress()}>
      {wait && <FormErrors>{wait}</FormErrors>}
      <Text>{t.now(now)}</Text>
      <Field
        name="address"
        type="email"
        label={t.address}
        hint={t.hint}
        readers={t.readers}
        autoComplete="email"
        value={typed}
        error={problem}
      />
      <Foot>
        <Button>{t.send}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** The last step, behind the mailed link. */
export const ConfirmAddress = ({ t, token, address }: Props & { token: string; address: string }) => (
  <TaskScreen back={back(t)} title={t.confirmTitle}>
    <Form action={urls.newAddress({ token })}>
      <Text>{t.confirmText(address)}</Text>
      <Foot>
        <Button>{t.confirm}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** The address became another account's meanwhile; only who reads its mail gets here. */
export const AddressTaken = ({ t }: Props) => (
  <TaskScreen back={back(t)} title={t.takenTitle}>
    <Stack gap="loose">
      <Text>{t.takenText}</Text>
      <ButtonLink to={urls.mergeAccounts()}>{t.merge}</ButtonLink>
    </Stack>
  </TaskScreen>
)

/** A link that does not work, for whatever reason. */
export const AddressLinkGone = ({ t }: Props) => (
  <TaskScreen back={back(t)} title={t.gone}>
    <Stack gap="loose">
      <Text>{t.goneText}</Text>
      <ButtonLink to={urls.myAddress()}>{t.again}</ButtonLink>
    </Stack>
  </TaskScreen>
)
