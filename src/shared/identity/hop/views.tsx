import type { Site } from '#shared/tenancy/sites.ts'
import {
  Button,
  ButtonLink,
  Empty,
  Form,
  HiddenFields,
  List,
  PageHead,
  Row,
  Scene,
  SignInScreen,
  Stack,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { OtherSchool } from './hop.ts'
import type { HopTexts } from './texts.ts'

/** The other schools of this account; each is one press away. */
export const OtherSchools = ({ t, schools }: { t: HopTexts; schools: readonly OtherSchool[] }) => (
  <>
    <PageHead title={t.title} {...(schools.length > 0 ? { text: t.text } : {})} />
    {schools.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.title}>
        {schools.map((school) => (
          <Row
            key={school.id}
            icon="school"
            title={school.name}
            text={school.host}
            end={
              <Form action={urls.otherSchools()} plain>
                <HiddenFields fields={{ organisation: school.id }} />
                <Button look="tinted" icon="arrow-right" label={`${t.goShort}: ${school.name}`}>
                  {t.goShort}
                </Button>
              </Form>
            }
          />
        ))}
      </List>
    )}
  </>
)

/** Arrived at another school: this device can be added here too, or not now. */
export const Arrived = ({ t, site }: { t: HopTexts; site: Site }) => (
  <SignInScreen scene={<Scene name={site.mark as never} />} title={t.arrivedTitle(site.name)} text={t.arrivedText}>
    <Stack gap="loose">
      <ButtonLink to={urls.home()} wide>
        {t.on}
      </ButtonLink>
      <ButtonLink to={urls.passkeys()} look="line" icon="fingerprint" wide>
        {t.add}
      </ButtonLink>
    </Stack>
  </SignInScreen>
)
