import {
  Actions,
  Avatar,
  BarChart,
  Button,
  Check,
  Choice,
  Code,
  CopyLink,
  DateField,
  type DayMark,
  Details,
  Empty,
  Facts,
  Field,
  FileField,
  Form,
  FormErrors,
  Link,
  List,
  Mark,
  Meta,
  Notice,
  Page,
  PageHead,
  Pager,
  PrintButton,
  Progress,
  Readers,
  Row,
  RowSelect,
  Section,
  Select,
  Shell,
  Stack,
  Steps,
  Strong,
  Table,
  Tabs,
  Tag,
  Text,
  TimeField,
  Undo,
  YearCalendar,
} from '#shared/ui/index.ts'
import { teacher, teacherPlaces } from './day-list.tsx'
import { lighthouse, molen, school, zeester } from './schools.ts'

const marks = new Map<string, DayMark>([
  ['2026-09-14', { look: 'full', word: 'ziek' }],
  ['2026-09-15', { look: 'full', word: 'ziek' }],
  ['2026-10-08', { look: 'part', word: 'dokter' }],
  ...['12', '13', '14', '15', '16'].map((day) => [`2026-10-${day}`, { look: 'closed', word: 'vakantie' }] as const),
  ['2026-11-04', { look: 'late', word: 'te laat' }],
  ['2026-11-13', { look: 'allowed', word: 'verlof' }],
  ['2026-11-24', { look: 'alert', word: 'niet gemeld' }],
])

export function Parts() {
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
