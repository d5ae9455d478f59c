import { Actions, Button, Form, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ChildIn, FamilyRound } from './queries.ts'
import type { FamilyTexts } from './texts.ts'

type Props = { readonly t: FamilyTexts; readonly round: FamilyRound; readonly child: ChildIn }

/** For guardians who live apart: whether they come together, and the other choice. Each may always come alone. */
export const Homes = ({ t, round, child }: Props) => {
  if (!child.homes) return null
  const { mine, theirs, joined } = child.homes
  const asks = !joined && mine === 'together'
  const asked = !joined && theirs === 'together'
  const says = joined ? t.homes.joined : asks ? t.homes.waiting : asked ? t.homes.asked : t.homes.apart
  const to = joined || asks ? 'apart' : 'together'
  return (
    <Section heading={t.homes.title(child.name.givenName)}>
      <Text>{says}</Text>
      <Form action={urls.conversationWish({ round: round.id, pupil: child.pupil })} hidden={{ wish: to }}>
        <Actions>
          <Button look="line">{to === 'apart' ? t.homes.alone : t.homes.together}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
