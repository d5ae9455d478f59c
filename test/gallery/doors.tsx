import {
  Button,
  ButtonLink,
  Field,
  Form,
  Heading,
  Link,
  type MarkName,
  Or,
  Page,
  PasskeyForm,
  PeopleGroup,
  PersonChoice,
  productTheme,
  Scene,
  SignInScreen,
  StartScreen,
  Text,
  type Theme,
} from '#shared/ui/index.ts'
import { molen, school, vuurtoren } from './schools.ts'

export function SignIn() {
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

export function Invitation({ scene, theme, name }: { scene: MarkName; theme: Theme; name: string }) {
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

export function DemoStart() {
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
