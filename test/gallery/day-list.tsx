import {
  Actions,
  AlertBlock,
  Button,
  ButtonLink,
  CallPerson,
  Columns,
  DayPicker,
  Heading,
  List,
  Only,
  Page,
  PageHead,
  type Place,
  PrintFoot,
  Quote,
  Row,
  Section,
  Segment,
  Shell,
  SumLine,
  Text,
  type TileKind,
  Tiles,
} from '#shared/ui/index.ts'
import { lighthouse, school } from './schools.ts'

type Pupil = {
  first: string
  last: string
  note?: string
  tone?: 'late' | 'alert'
  state: 'here' | 'late' | 'away' | ''
}
const here = (first: string, last: string): Pupil => ({ first, last, state: 'here' })
const pupils: Pupil[] = [
  here('Amira', 'Benali'),
  here('Bram', 'de Boer'),
  here('Casper', 'Vink'),
  here('Daan', 'Bakker'),
  here('Elif', 'Kaya'),
  { first: 'Fatou', last: 'Diallo', note: 'Dokter, tot 10.15', state: 'away' },
  here('Finn', 'van der Meulen'),
  { first: 'Guusje', last: 'Prins', note: 'Ziek gemeld', state: 'away' },
  here('Hugo', 'Martens'),
  here('Imani', 'Okafor'),
  here('Isa', 'de Wit'),
  here('Jayden', 'Pinas'),
  here('Julia', 'Nowak'),
  { first: 'Kees', last: 'Dekker', note: '8.41 uur', tone: 'late', state: 'late' },
  here('Lina', 'Kowalska'),
  here('Lotte', 'Smit'),
  here('Maryam', 'Karimi'),
  here('Mees', 'Verhoeven'),
  here('Noor', 'Haddad'),
  here('Olivier', 'Janssen'),
  here('Parsa', 'Rezaei'),
  here('Pien', 'Kuipers'),
  { first: 'Ravi', last: 'Ramdin', note: 'Ziek gemeld', state: 'away' },
  here('Saar', 'Postma'),
  here('Sofia', 'Bondarenko'),
  here('Thijs', 'Hoekstra'),
  { first: 'Tygo', last: 'Mulder', note: 'Nog niet gezien', tone: 'alert', state: '' },
  here('Yusuf', 'Demir'),
]
const states = [
  { value: 'here', label: 'Er', kind: 'here' },
  { value: 'late', label: 'Laat', kind: 'late' },
  { value: 'away', label: 'Weg', kind: 'away' },
] as const

export const teacherPlaces: Place[] = [
  { to: '/day', word: 'Mijn dag', icon: 'sun' },
  { to: '/group', word: 'Groep 5', icon: 'users', current: true },
  { to: '/news', word: 'Nieuws', icon: 'newspaper' },
  { to: '/conversations', word: 'Gesprekken', icon: 'message-circle', count: { number: 2, label: 'nieuw' } },
  { to: '/results', word: 'Resultaten', icon: 'chart-no-axes-column', railOnly: true },
  { to: '/calendar', word: 'Agenda', icon: 'calendar', railOnly: true },
  { to: '/plaza', word: 'Plein', icon: 'grid-2x2', count: { number: 1, label: 'te lezen' } },
]
export const teacher = { id: 'hatice', name: 'Hatice Aydın', role: 'Leerkracht', to: '/me' }

export function DayList() {
  const tiles: TileKind[] = pupils.map(({ state }) => (state === '' ? 'unseen' : state))
  const calling = (
    <AlertBlock icon="phone" heading="Bellen">
      <CallPerson
        person={{ id: 'Tygo', name: 'Tygo Mulder' }}
        text="Niet gezien en niet gemeld"
        actions={
          <Actions>
            <ButtonLink to="tel:0612345678" look="alert">
              Bel Sanne
            </ButtonLink>
            <Button type="button" look="alert-line">
              Hij is er
            </Button>
          </Actions>
        }
        note="Sanne is zijn moeder. Neemt ze niet op, bel dan Dirk."
      />
    </AlertBlock>
  )
  return (
    <Page {...school} title="Groep 5" live="/live?topic=day-list">
      <Shell organisation={lighthouse} places={teacherPlaces} me={teacher}>
        <PageHead
          title="Groep 5"
          text={
            <SumLine
              sums={[
                { count: 23, word: 'er' },
                { count: 1, word: 'laat' },
                { count: 3, word: 'gemeld' },
                { count: 1, word: 'niet gezien', alert: true },
              ]}
            />
          }
          end={[
            <Only on="phone">
              <Text small quiet>
                di 24 nov, 8.47 uur
              </Text>
            </Only>,
            <Only on="desktop">
              <DayPicker previous="/day?on=23" next="/day?on=25" previousLabel="Vorige dag" nextLabel="Volgende dag">
                dinsdag 24 november
              </DayPicker>
            </Only>,
          ]}
        />
        <Only on="phone">
          <Tiles kinds={tiles} label="23 kinderen er, 1 laat, 3 gemeld, 1 nog niet gezien" />
        </Only>
        <Columns
          sideFirst
          side={[
            calling,
            <Section heading="Gemeld" count={3}>
              <List roomy>
                <Row
                  person={{ id: 'Guusje', name: 'Guusje Prins' }}
                  title="Guusje Prins"
                  text="Ziek, vandaag. Joost, 7.14 uur"
                  more={<Quote>Ze slaapt nog. Haar boek ligt in haar la, Bram mag het meenemen.</Quote>}
                />
                <Row
                  person={{ id: 'Ravi', name: 'Ravi Ramdin' }}
                  title="Ravi Ramdin"
                  text="Ziek, tot hij beter is. Anjali, maandag"
                />
                <Row
                  person={{ id: 'Fatou', name: 'Fatou Diallo' }}
                  title="Fatou Diallo"
                  text="Dokter, tot 10.15 uur. Aminata"
                  more={<Quote>Ze komt voor de gymles terug.</Quote>}
                />
              </List>
            </Section>,
          ]}
        >
          <Only on="phone">
            <Heading level={2} count={28}>
              Iedereen
            </Heading>
          </Only>
          <List columns={2}>
            {pupils.map(({ first, last, note, tone, state }) => (
              <Row
                key={first}
                person={{ id: first, name: `${first} ${last}` }}
                title={first}
                text={note ?? last}
                tone={tone ?? 'quiet'}
                end={
                  <Segment
                    action={`/mark/${first}`}
                    name="state"
                    options={states}
                    chosen={state}
                    label={`${first} ${last}`}
                  />
                }
              />
            ))}
          </List>
        </Columns>
        <PrintFoot>Dinsdag 24 november 2026. Alleen voor het team van De Vuurtoren.</PrintFoot>
      </Shell>
    </Page>
  )
}
