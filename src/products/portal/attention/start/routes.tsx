import { Module } from '#shared/access/module.ts'
import { rule } from '#shared/access/rule.ts'
import { cookieHeader } from '#shared/identity/cookie.ts'
import { pick } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Details,
  Form,
  Link,
  PageHead,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { toldTexts } from '../telling/texts.ts'
import { askNoAccount } from './no-account.ts'
import { type StartTexts, startTexts } from './texts.ts'

const family = rule({ nl: 'ouders en verzorgers', en: 'guardians' }, (me) => me.is('guardian') && !me.staff)

const Welcome = ({ t, school, phone }: { t: StartTexts; school: string; phone: readonly string[] }) => (
  <>
    <PageHead title={t.title} />
    <Text>{t.text(school)}</Text>
    <Section heading={t.known}>
      <Text>{t.knownText}</Text>
      <Link to={urls.privacy()}>{t.statement}</Link>
    </Section>
    <Section heading={t.choice}>
      <Text>{t.choiceText}</Text>
      <Link to={urls.consents()}>{t.consents}</Link>
    </Section>
    <Section heading={t.told}>
      <Text>{t.toldText}</Text>
      <Link to={urls.howToldMe()}>{t.toldLink}</Link>
    </Section>
    <Section>
      <Stack gap="loose">
        <Details title={t.phone} icon="smartphone">
          {phone.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Details>
        <Actions>
          <ButtonLink to={urls.home()}>{t.ready}</ButtonLink>
          <ButtonLink to={urls.noAccount()} look="line">
            {t.no}
          </ButtonLink>
        </Actions>
      </Stack>
    </Section>
  </>
)

/** A guardian's first minute: what the school knows, what is a choice, how one is told, and the way out. */
export const start = new Module('start', { nl: 'De eerste keer', en: 'The first time' }, { staysOpen: 'always' })
  .get(urls.welcome, family, (visit) => {
    const t = pick(visit.language, startTexts)
    const told = pick(visit.language, toldTexts)
    const phone = [told.installIphone, told.installAndroid]
    return visit.page({ title: t.title }, <Welcome t={t} school={visit.site.name} phone={phone} />)
  })
  .get(urls.noAccount, family, (visit) => {
    const t = pick(visit.language, startTexts)
    return visit.page(
      { title: t.noTitle },
      <Stack gap="loose">
        <BackLink to={urls.home()}>{t.ready}</BackLink>
        <PageHead title={t.noTitle} />
        <Text>{t.noText(visit.site.name)}</Text>
        <Text>{t.noBack}</Text>
        <Form action={urls.noAccount()} plain>
          <Actions>
            <Button look="alert">{t.noButton}</Button>
            <ButtonLink to={urls.home()} look="line">
              {t.keep}
            </ButtonLink>
          </Actions>
        </Form>
      </Stack>,
    )
  })
  .post(urls.noAccount, family, async (visit) => {
    await askNoAccount(visit.work, visit.me)
    visit.header('Set-Cookie', cookieHeader(visit.secure, 'session'))
    visit.header('Clear-Site-Data', '"storage"')
    return visit.seeOther(urls.signIn({ out: 'no-account' }))
  })
