/** Every part of the design system in its states, and four screens as their pictures show them. Invented people. */
import {
  Actions,
  AlertBlock,
  Avatar,
  BarChart,
  Button,
  ButtonLink,
  CallPerson,
  Check,
  ChildLinks,
  Choice,
  Code,
  Columns,
  CopyLink,
  DatedItem,
  DateField,
  type DayMark,
  DayPicker,
  Dependent,
  Details,
  Empty,
  Facts,
  Field,
  FileField,
  Foot,
  Form,
  FormErrors,
  Heading,
  Later,
  Link,
  List,
  Mark,
  type MarkName,
  Meta,
  Notice,
  NotStoredPage,
  NowItem,
  Only,
  Or,
  Page,
  PageHead,
  Pager,
  PasskeyForm,
  PeopleGroup,
  PersonChoice,
  type Place,
  PrintButton,
  PrintFoot,
  ProblemPage,
  Progress,
  productTheme,
  Quote,
  Readers,
  Row,
  RowSelect,
  Scene,
  Section,
  Segment,
  Select,
  Shell,
  SignInScreen,
  Stack,
  StartScreen,
  Steps,
  Strong,
  SumLine,
  Table,
  Tabs,
  Tag,
  TaskScreen,
  Text,
  TextArea,
  type Theme,
  type TileKind,
  Tiles,
  TimeField,
  Undo,
  YearCalendar,
} from '#shared/ui/index.ts'

const vuurtoren: Theme = { hue: 238, chroma: 0.095 }
const molen: Theme = { hue: 145, chroma: 0.1 }
const zeester: Theme = { hue: 350, chroma: 0.11 }
const school = { language: 'nl', organisation: 'De Vuurtoren', theme: vuurtoren } as const
const lighthouse = { name: 'De Vuurtoren', mark: 'lighthouse' } as const

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

const teacherPlaces: Place[] = [
  { to: '/day', word: 'Mijn dag', icon: 'sun' },
  { to: '/group', word: 'Groep 5', icon: 'users', current: true },
  { to: '/news', word: 'Nieuws', icon: 'newspaper' },
  { to: '/conversations', word: 'Gesprekken', icon: 'message-circle', count: { number: 2, label: 'nieuw' } },
  { to: '/results', word: 'Resultaten', icon: 'chart-no-axes-column', railOnly: true },
  { to: '/calendar', word: 'Agenda', icon: 'calendar', railOnly: true },
  { to: '/plaza', word: 'Plein', icon: 'grid-2x2', count: { number: 1, label: 'te lezen' } },
]
const teacher = { id: 'hatice', name: 'Hatice Aydın', role: 'Leerkracht', to: '/me' }

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

function Absence() {
  return (
    <Page {...school} title="Afwezig melden">
      <TaskScreen back={{ to: '/today', word: 'Vandaag' }} title="Afwezig melden">
        <Form action="/absences" requestKey="2f5c1d7e" resend behaviour="depend">
          <Choice
            name="pupil"
            legend="Wie?"
            several
            columns={2}
            chosen={['zuri']}
            options={[
              { value: 'zuri', label: 'Zuri', person: { id: 'zuri', name: 'Zuri Okello' } },
              { value: 'tobi', label: 'Tobi', person: { id: 'tobi', name: 'Tobi Okello' } },
            ]}
          />
          <Choice
            name="duration"
            legend="Wanneer?"
            columns={2}
            chosen="today"
            options={[
              { value: 'today', label: 'Vandaag' },
              { value: 'half', label: 'Halve dag' },
              { value: 'until-better', label: 'Tot ze beter is' },
              { value: 'days', label: 'Meer dagen' },
            ]}
          />
          <Dependent when="duration=days">
            <DateField name="until" label="Tot en met" value="2026-11-27" />
          </Dependent>
          <Choice
            name="kind"
            legend="Waarom?"
            columns={3}
            chosen="ill"
            options={[
              { value: 'ill', label: 'Ziek', icon: 'thermometer' },
              { value: 'doctor', label: 'Dokter', icon: 'stethoscope' },
              { value: 'other', label: 'Anders', icon: 'ellipsis' },
            ]}
          />
          <TextArea
            name="word"
            label="Wil je iets zeggen?"
            optional
            readers="Dit lezen juf Hatice, de administratie en Kofi. Wat Zuri heeft, hoeft er niet bij."
            value="Haar boek over vulkanen ligt in haar la. Tobi kan het meenemen."
            rows={2}
          />
          <Foot text="Aanpassen kan tot 8.30 uur.">
            <Button>Meld Zuri ziek voor vandaag</Button>
          </Foot>
        </Form>
      </TaskScreen>
    </Page>
  )
}

function SignIn() {
  return (
    <Page {...school} title="Inloggen" passkeys>
      <SignInScreen
        scene={<Scene name="lighthouse" />}
        title="De Vuurtoren"
        text="Inloggen voor ouders, leerlingen en team"
      >
        <Form action="/sign-in" plain>
          <Field
            name="email"
            type="email"
            label="E-mailadres"
            autoComplete="username webauthn"
            value="fenna@yildiz.example"
          />
          <Button wide>Verder</Button>
        </Form>
        <Or />
        <PasskeyForm
          purpose="sign-in"
          optionsAddress="/sign-in/passkey/options"
          action="/sign-in/passkey"
          failed="Dat lukte niet op dit apparaat. Log in met je e-mailadres."
        >
          Met je vinger of gezicht
        </PasskeyForm>
        <ButtonLink to="/sign-in/entra" look="line" icon="grid-2x2" wide>
          Met het account van school
        </ButtonLink>
        <Text small quiet>
          Nieuw hier? Je krijgt van school een brief met een code. <Link to="/invitation">Ik heb een code</Link>
        </Text>
      </SignInScreen>
    </Page>
  )
}

function Invitation({ scene, theme, name }: { scene: MarkName; theme: Theme; name: string }) {
  return (
    <Page language="nl" organisation={name} title="Uitnodiging" theme={theme}>
      <SignInScreen scene={<Scene name={scene} />} title={name} text="Je bent uitgenodigd als ouder van Emre.">
        <Form action="/invitation" plain>
          <Field name="code" label="Code" hint="De zes tekens uit de brief." short autoComplete="one-time-code" />
          <Button wide>Verder</Button>
        </Form>
      </SignInScreen>
    </Page>
  )
}

const people = [
  ['fenna', 'Fenna Yıldız', 'Ouder, twee scholen', 'Eén lijst voor het hele gezin'],
  ['deniz', 'Deniz Yıldız', 'Ouder, ander huis', 'Ziet Mila, niet de gegevens van Fenna'],
  ['hatice', 'Hatice Aydın', 'Leerkracht groep 5', 'De daglijst in dertig seconden'],
  ['marit', 'Marit Groot', 'Invaller', 'Alleen vandaag, alleen groep 6'],
  ['anouk', 'Anouk Visser', 'Directeur', 'Wat er vandaag moet gebeuren'],
  ['wim', 'Wim Postma', 'Administratie', 'Inlezen, bellen, uitnodigen'],
] as const

function DemoStart() {
  const group = (from: number, to: number) =>
    people
      .slice(from, to)
      .map(([id, name, role, text]) => (
        <PersonChoice
          key={id}
          id={id}
          name={name}
          role={role}
          text={text}
          action="/demo/sign-in"
          field={{ name: 'person', value: id }}
          first={id === 'fenna'}
        />
      ))
  return (
    <Page
      language="nl"
      organisation="Schoolplein"
      title="Schoolplein"
      theme={productTheme}
      otherThemes={[vuurtoren, molen]}
    >
      <StartScreen
        product="Schoolplein"
        title="Loop mee in een school die niet bestaat"
        text="Drie scholen, 500 kinderen, één schooljaar. Alle namen zijn verzonnen."
      >
        <Heading level={2}>Wie wil je zijn?</Heading>
        <Text quiet>Eén klik en je bent binnen. Begin bij Fenna voor de rondleiding van vijf minuten.</Text>
        <PeopleGroup mark="lighthouse" school={vuurtoren} name="De Vuurtoren" text="School aan zee">
          {group(0, 6)}
        </PeopleGroup>
        <PeopleGroup mark="mill" school={molen} name="De Molen" text="School in de velden">
          {group(2, 5)}
        </PeopleGroup>
        <PeopleGroup mark="square" name="Eromheen" text="Bestuur en leverancier">
          {group(3, 6)}
        </PeopleGroup>
      </StartScreen>
    </Page>
  )
}

function FamilyHome() {
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

const marks = new Map<string, DayMark>([
  ['2026-09-14', { look: 'full', word: 'ziek' }],
  ['2026-09-15', { look: 'full', word: 'ziek' }],
  ['2026-10-08', { look: 'part', word: 'dokter' }],
  ...['12', '13', '14', '15', '16'].map((day) => [`2026-10-${day}`, { look: 'closed', word: 'vakantie' }] as const),
  ['2026-11-04', { look: 'late', word: 'te laat' }],
  ['2026-11-13', { look: 'allowed', word: 'verlof' }],
  ['2026-11-24', { look: 'alert', word: 'niet gemeld' }],
])

function Parts() {
  return (
    <Page {...school} title="Onderdelen" otherThemes={[molen, zeester]}>
      <Shell organisation={lighthouse} places={teacherPlaces} me={teacher}>
        <PageHead title="Onderdelen" text="Alles in al zijn staten" end={<PrintButton />} />
        <Section heading="Knoppen">
          <Stack>
            <Actions>
              <Button>Meld ziek</Button>
              <Button busy="Bezig">Versturen</Button>
              <Button look="tinted" icon="check">
                Ja
              </Button>
              <Button look="line">Naast de hoofdweg</Button>
              <Button look="alert">Haal foto weg</Button>
              <Button look="alert-line">Hij is er</Button>
              <Button look="text">Ongedaan maken</Button>
            </Actions>
            <Button off="Twee kinderen hebben nog geen toestemming.">Kan nog niet</Button>
            <p>
              <Tag kind="here">Er</Tag> <Tag kind="late">Laat</Tag> <Tag>Weg</Tag> <Tag kind="alert">Niet gezien</Tag>{' '}
              <Tag kind="accent">Nieuw</Tag>
            </p>
            <Meta>
              <Mark name="lighthouse" /> De Vuurtoren <Mark name="mill" school={molen} /> De Molen{' '}
              <Mark name="star" school={zeester} /> Zeester
              <Mark name="square" /> Schoolplein
            </Meta>
            <Meta>
              {['Amira Benali', 'Bram de Boer', 'Casper Vink', 'Şeyma Öz', 'Київ'].map((name) => (
                <Avatar key={name} id={name} name={name} />
              ))}
              <Avatar id="l" name="Groot Formaat" size="large" /> <Avatar id="s" name="Klein Formaat" size="small" />
            </Meta>
          </Stack>
        </Section>
        <Section heading="Velden">
          <Form action="/parts" requestKey="k">
            <FormErrors />
            <Field
              name="until-text"
              label="Tot en met"
              value="31 november"
              error="November heeft 30 dagen. Kies 30 november of 1 december."
            />
            <Field name="code" label="Code" hint="De zes tekens uit de brief." short autoComplete="one-time-code" />
            <Select
              name="group"
              label="Groep"
              options={[
                { value: '5', label: 'Groep 5' },
                { value: '6', label: 'Groep 6' },
              ]}
            />
            <List roomy label="Waar gaan ze heen?">
              {([undefined, true] as const).map((wrong) => (
                <Row
                  key={String(wrong)}
                  title={wrong ? 'Zuri Okafor' : 'Mila Yıldız'}
                  person={wrong ? { id: 'zuri', name: 'Zuri Okafor' } : { id: 'mila', name: 'Mila Yıldız' }}
                  {...(wrong ? { text: 'Nu staat er: Groep 6', tone: 'alert' as const } : {})}
                  end={
                    <RowSelect
                      name={wrong ? 'goes.zuri' : 'goes.mila'}
                      label={wrong ? 'Waar gaat Zuri heen?' : 'Waar gaat Mila heen?'}
                      unset="Nog niet gekozen"
                      options={[
                        { value: '6', label: 'Groep 6' },
                        { value: '5', label: 'Groep 5 (blijft zitten)' },
                      ]}
                      value={wrong ? '' : '6'}
                      {...(wrong ? { wrong } : {})}
                    />
                  }
                />
              ))}
            </List>
            <List roomy>
              <Row
                title="Een rij met meer regels"
                text="De pijl staat in het midden, ook als de tekst hieronder over meer dan één regel loopt op een telefoon."
                to="/parts"
              />
            </List>
            <DateField name="day" label="Dag" value="2026-11-24" />
            <TimeField name="time" label="Tijd" value="08:30" optional />
            <FileField
              name="file"
              label="Leerlingenbestand"
              accept=".xml"
              hint="Het EDEXML-bestand uit je administratie."
            />
            <Choice
              name="authority"
              legend="Gezag"
              chosen="yes"
              error="Kies wat er in het gezagsregister staat."
              options={[
                { value: 'yes', label: 'Ja', hint: 'Krijgt alles en beslist mee.' },
                { value: 'no', label: 'Nee', hint: 'Krijgt informatie als hij erom vraagt.' },
                { value: 'unknown', label: 'Nog niet bekend', off: true },
              ]}
            />
            <Check name="print" label="Ook als brief" checked hint="vandaag" />
            <Button>Bewaar</Button>
          </Form>
          <Section heading="Zoeken">
            <Form action="/search" method="get" filter label="Zoeken">
              <Field name="q" type="search" label="Naam" />
              <Button look="line" icon="search">
                Zoek
              </Button>
            </Form>
          </Section>
        </Section>
        <Section heading="Meldingen">
          <Notice kind="waiting" icon="wifi-off">
            Geen verbinding. School heeft je melding nog niet. We versturen hem zodra het kan.
          </Notice>
          <Notice kind="received">
            De Vuurtoren heeft je melding, 7.48 uur. <Link to="/edit">Aanpassen</Link>
          </Notice>
          <Notice kind="alert">Twee kinderen mogen niet op deze foto’s.</Notice>
          <Readers>
            Dit lezen <Strong>51 verzorgers</Strong> van groep 5 en <Strong>4 collega’s</Strong>. Niemand anders.
          </Readers>
          <Empty title="Niets te doen">Je hebt alles beantwoord. Het volgende overzicht komt om 17.00 uur.</Empty>
          <Progress label="312 van 500 leerlingen ingelezen" value={312} of={500} />
          <Steps steps={['Bestand', 'Verschil', 'Klaar']} current={2} />
          <CopyLink address="https://vuurtoren.example/uitnodiging/7Q2K" label="Uitnodigingslink" />
          <Code>7Q2K-M4XP</Code>
        </Section>
        <Section heading="Lijsten">
          <Tabs
            label="Gegevens"
            tabs={[
              { to: '/what', word: 'Wat', current: true },
              { to: '/who', word: 'Wie keek' },
            ]}
          />
          <Details title="Naam en adres" icon="user-round" end="6 gegevens">
            <p>Verborgen.</p>
          </Details>
          <Details title="Ziekmeldingen" icon="thermometer" end="4 dagen" open>
            <Facts
              facts={[
                { term: 'Wat', text: 'Dag, soort en jouw woord voor de juf. Nooit wat Mila had.' },
                { term: 'Tot wanneer', text: 'Jouw woord 30 dagen. De rest tot 31 juli 2027.' },
              ]}
            />
          </Details>
          <List>
            <Row icon="file-text" title="Draaiboek Sint op het strand" to="/documents/1" text="Nieuw" />
            <Row
              icon="clock"
              title="Pleinwacht, kant van de duinen"
              text="Samen met Tom"
              current
              end={<Link to="/swap">Ruilen</Link>}
            />
            <Row
              person={{ id: 'p', name: 'Pelle Dam' }}
              title="Pelle Dam, ziek"
              text="Marit Groot valt in voor groep 6"
            />
          </List>
          <Table
            caption="Ongeoorloofd, vier schoolweken"
            columns={[{ heading: 'Leerling' }, { heading: 'Uren', number: true }, { heading: 'Laatste dag' }]}
            rows={[
              { key: 'a', cells: ['Amira Benali', 16, 'di 24 nov'] },
              { key: 'b', cells: ['Bram de Boer', 4, 'ma 9 nov'] },
            ]}
          />
          <Pager page={2} of={7} address={(page) => `/people?page=${page}`} />
        </Section>
        <Section heading="Het jaar van Mila">
          <YearCalendar language="nl" from="2026-08-24" to="2026-12-18" marks={marks} />
        </Section>
        <Section heading="Afwezig per groep">
          <BarChart
            label="Afwezige dagen per groep"
            full={40}
            middle={{ from: 10, to: 24 }}
            bars={[
              { label: 'Groep 3', value: 12, text: '12 dagen' },
              { label: 'Groep 4', value: 31, text: '31 dagen', look: 'outline' },
              { label: 'Groep 5', value: 20, text: 'nog niet alles', look: 'hatch' },
            ]}
          />
        </Section>
        <Text small quiet>
          Een verdacht adres wordt tekst: <Link to="javascript:alert(1)">klik</Link>
        </Text>
        <Undo text="Kees is er, laat.">
          <Form action="/undo">
            <Button look="text">Ongedaan maken</Button>
          </Form>
        </Undo>
      </Shell>
    </Page>
  )
}

/** Every page of the gallery by its address. */
export const gallery = {
  'day-list': DayList,
  absence: Absence,
  'sign-in': SignIn,
  'sign-in-mill': () => <Invitation scene="mill" theme={molen} name="De Molen" />,
  'sign-in-star': () => <Invitation scene="star" theme={zeester} name="Zeester" />,
  'demo-start': DemoStart,
  family: FamilyHome,
  parts: Parts,
  problem: () => <ProblemPage {...school} title="Deze pagina is er niet" text="Of je mag er niet bij." />,
  'not-stored': () => (
    <NotStoredPage {...school} title="Even geen verbinding" action="/absences" posted={[['word', 'Haar boek']]} />
  ),
}
