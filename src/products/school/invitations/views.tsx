import { PasswordField } from '#shared/identity/index.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Child,
  Choice,
  Code,
  CopyLink,
  Dependent,
  Field,
  Form,
  FormErrors,
  type MarkName,
  Notice,
  PageHead,
  PrintButton,
  PrintFoot,
  Scene,
  Section,
  SignInScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { printed } from './code.ts'
import type { InvitationTexts } from './texts.ts'

type Props = { t: InvitationTexts; language: Language }

export type IssuedProps = Props & {
  person: { readonly id: string; readonly name: string }
  code: string
  expires: Date
  /** Scheme and host of the school, such as `https://vuurtoren.example`. */
  origin: string
  today: string
}

/** The one time that a code can be read: to copy, to print, to hand over. */
export const Issued = ({ t, language, person, code, expires, origin, today }: IssuedProps) => (
  <>
    <PageHead title={t.issued(person.name)} text={t.until(dayLong(language, expires, { year: true }))} />
    <Notice kind="waiting" icon="eye">
      {t.once}
    </Notice>
    <Text>{t.issuedText}</Text>
    <Section heading={t.link}>
      <CopyLink address={`${origin}${urls.invitation({ code })}`} label={t.link} />
    </Section>
    <Section heading={t.code}>
      <Text>{t.codeText(`${origin.replace(/^https?:\/\//, '')}${urls.invitationCode()}`)}</Text>
      <Code>{printed(code)}</Code>
    </Section>
    <Actions>
      <PrintButton />
      <ButtonLink to={urls.person({ id: person.id })} look="line">
        {t.back(person.name)}
      </ButtonLink>
    </Actions>
    <PrintFoot>{t.printFoot(dayLong(language, today, { year: true }))}</PrintFoot>
  </>
)

const AtTheDoor = ({ site, title, text, children }: { site: Site; title: string; text: string; children: Child }) => (
  <SignInScreen scene={<Scene name={site.mark as MarkName} />} title={title} text={text}>
    {children}
  </SignInScreen>
)

/** For a code on paper. */
export const EnterCode = ({ t, site, problem }: { t: InvitationTexts; site: Site; problem?: string | undefined }) => (
  <AtTheDoor site={site} title={t.enterCode} text={t.enterCodeText}>
    <Form action={urls.invitationCode()} plain>
      <Field name="code" label={t.codeLabel} hint={t.codeHint} error={problem} autoComplete="off" />
      <Button wide>{t.next}</Button>
    </Form>
  </AtTheDoor>
)

export type GoneProps = { t: InvitationTexts; site: Site; why: keyof InvitationTexts['gone']; code: string }

/** A code that opens nothing: why, and what can be done. */
export const Gone = ({ t, site, why, code }: GoneProps) => (
  <AtTheDoor site={site} title={t.gone[why]} text={t.goneText[why]}>
    {why === 'expired' && (
      <Form action={urls.askInvitation({ code })} plain>
        <Button wide>{t.askAgain}</Button>
      </Form>
    )}
    {why === 'used' && (
      <ButtonLink to={urls.signIn()} wide>
        {t.toSignIn}
      </ButtonLink>
    )}
    <ButtonLink to={urls.invitationCode()} look={why === 'unknown' ? 'solid' : 'line'} wide>
      {t.tryAgain}
    </ButtonLink>
    {why !== 'used' && (
      <ButtonLink to={urls.signIn()} look="line" wide>
        {t.toSignIn}
      </ButtonLink>
    )}
  </AtTheDoor>
)

/** School knows that somebody needs a new code. */
export const Asked = ({ t, site, how }: { t: InvitationTexts; site: Site; how: keyof InvitationTexts['asked'] }) => (
  <AtTheDoor site={site} title={t.asked[how]} text={t.askedText[how]}>
    <ButtonLink to={urls.signIn()} look="line" wide>
      {t.toSignIn}
    </ButtonLink>
  </AtTheDoor>
)

export type AcceptProps = Props & {
  site: Site
  code: string
  name: string
  staff: boolean
  has?: string | undefined
  address?: string | undefined
  /** Sentences by field; `form` stands above it. */
  problems: Readonly<Record<string, string | undefined>>
}

/** Makes or joins an account for the invited person. */
export const Accept = ({ t, language, site, code, name, staff, has, address, problems }: AcceptProps) => (
  <AtTheDoor site={site} title={site.name} text={t.welcome(name)}>
    {problems.form && <FormErrors>{problems.form}</FormErrors>}
    <Form action={urls.invitation({ code })} behaviour="depend" plain>
      <Choice
        name="has"
        legend={t.has}
        hint={t.hasHint}
        chosen={has ?? 'new'}
        error={problems.has}
        options={[
          { value: 'new', label: t.hasNew },
          { value: 'own', label: t.hasOwn },
        ]}
      />
      <Field
        name="address"
        type="email"
        label={t.address}
        readers={t.addressReaders}
        autoComplete="username"
        value={address}
        error={problems.address}
      />
      <Dependent when="has=new">
        <PasswordField language={language} staff={staff} name="newPassword" error={problems.newPassword} />
      </Dependent>
      <Dependent when="has=own">
        <Field
          name="password"
          type="password"
          label={t.password}
          autoComplete="current-password"
          error={problems.password}
        />
        <Field
          name="code"
          label={t.factor}
          hint={t.factorHint}
          autoComplete="one-time-code"
          error={problems.code}
          optional
        />
      </Dependent>
      <Button wide>{t.accept}</Button>
    </Form>
  </AtTheDoor>
)
