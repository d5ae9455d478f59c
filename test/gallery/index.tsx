/** Every part of the design system in its states, and four screens as their pictures show them. Invented people. */
import { NotStoredPage, ProblemPage } from '#shared/ui/index.ts'
import { Absence } from './absence.tsx'
import { DayList } from './day-list.tsx'
import { DemoStart, Invitation, SignIn } from './doors.tsx'
import { FamilyHome } from './family.tsx'
import { Parts } from './parts.tsx'
import { molen, school, zeester } from './schools.ts'

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
