import {
  Actions,
  Button,
  ButtonLink,
  ChildLinks,
  Columns,
  DatedItem,
  Later,
  Link,
  Mark,
  Meta,
  NowItem,
  Page,
  PageHead,
  productTheme,
  Section,
  Shell,
} from '#shared/ui/index.ts'
import { molen, vuurtoren } from './schools.ts'

export function FamilyHome() {
  return (
    <Page
      language="nl"
      organisation="Gezin Yıldız"
      title="Vandaag"
      theme={productTheme}
      otherThemes={[vuurtoren, molen]}
    >
      <Shell
        plain
        organisation={{ name: 'Gezin Yıldız', mark: 'square' }}
        places={[
          { to: '/', word: 'Vandaag', icon: 'sun', current: true, count: { number: 3, label: 'antwoord nodig' } },
          { to: '/messages', word: 'Berichten', icon: 'message-circle' },
          { to: '/calendar', word: 'Agenda', icon: 'calendar' },
          { to: '/children', word: 'Kinderen', icon: 'users' },
        ]}
        me={{ id: 'fenna', name: 'Fenna Yıldız', role: 'Ouder', to: '/me' }}
      >
        <PageHead
          title="Vandaag"
          text="Dinsdag 24 november"
          end={
            <ButtonLink to="/absences/new" look="line" icon="thermometer">
              Ziek melden
            </ButtonLink>
          }
        />
        <Columns
          sideFirst
          side={
            <ChildLinks
              links={[
                {
                  id: 'mila',
                  name: 'Mila Yıldız',
                  word: 'Mila',
                  text: 'Gym, tas mee',
                  to: '/children/1',
                  school: vuurtoren,
                },
                {
                  id: 'emre',
                  name: 'Emre Yıldız',
                  word: 'Emre',
                  text: 'Tot 14.15 uur',
                  to: '/children/2',
                  school: molen,
                },
              ]}
            />
          }
        >
          <NowItem word="Nu" label="Dringend" title="School stopt vandaag om 13.00 uur">
            <p>Er komt storm. Haal Mila op, of laat haar naar de opvang gaan.</p>
            <Meta>
              <Mark name="lighthouse" school={vuurtoren} small />
              De Vuurtoren, 7.52 uur
            </Meta>
            <Actions>
              <Button look="alert">Ik haal Mila op</Button>
              <Button look="alert-line">Naar opvang</Button>
            </Actions>
          </NowItem>
          <Section heading="Antwoord nodig">
            <DatedItem language="nl" date="2026-11-26" title="Kies een tijd voor het gesprek" school={molen}>
              <Meta>
                <Mark name="mill" small />
                Emre, met meester Sem. Nog 9 vrij.
              </Meta>
              <Actions>
                <ButtonLink to="/slots">Kies een tijd</ButtonLink>
              </Actions>
            </DatedItem>
            <DatedItem language="nl" date="2026-11-27" title="Mag Mila mee naar het strand?" school={vuurtoren}>
              <Meta>
                <Mark name="lighthouse" small />
                Mila, maandag 30 november
              </Meta>
              <Actions even>
                <Button look="tinted" icon="check">
                  Ja
                </Button>
                <Button look="tinted" icon="x">
                  Nee
                </Button>
              </Actions>
            </DatedItem>
          </Section>
          <Later icon="package">
            Nog 5 berichten zonder haast. Je krijgt ze vandaag om 17.00 uur in één overzicht.{' '}
            <Link to="/messages">Nu lezen</Link>
          </Later>
        </Columns>
      </Shell>
    </Page>
  )
}
