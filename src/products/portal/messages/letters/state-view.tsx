import { Details, Section, Text } from '#shared/ui/index.ts'
import type { MessageTexts } from '../texts.ts'
import type { Conversation } from '../thread/queries.ts'

/** Of a letter that one sent: who has read it, by name, and that answers come to the sender alone. */
export const LetterState = ({ t, conversation }: { t: MessageTexts; conversation: Conversation }) => {
  const { guardians, secret, seats, read } = conversation
  const done = new Set(read.filter(({ side }) => side === 'home').map(({ person }) => person.id))
  const known = guardians.filter(({ id }) => seats.home.includes(id))
  const names = (ids: typeof known) => ids.map(({ name }) => name).join(', ')
  const readers = known.filter(({ id }) => done.has(id))
  const others = known.filter(({ id }) => !done.has(id))
  return (
    <Section>
      <Details title={t.letter.readBy(done.size, seats.home.length)} icon="eye">
        {readers.length > 0 && <Text small>{`${t.letter.read}: ${names(readers)}`}</Text>}
        {others.length > 0 && <Text small>{`${t.letter.notYet}: ${names(others)}`}</Text>}
        {secret > 0 && <Text small>{t.list.secret(secret)}</Text>}
      </Details>
      <Text small quiet>
        {t.thread.letterOnly}
      </Text>
    </Section>
  )
}
