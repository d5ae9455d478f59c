import { Button, Choice, DateField, Dependent, Foot, Form, Page, TaskScreen, TextArea } from '#shared/ui/index.ts'
import { school } from './schools.ts'

export function Absence() {
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
