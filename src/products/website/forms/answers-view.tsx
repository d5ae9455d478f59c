import { Facts } from '#shared/ui/index.ts'
import type { Submission } from './messages.ts'

type Words = { readonly name: string; readonly mail: string; readonly nothing: string; readonly yes: string }

/** What somebody sent, question by question. */
export const Answers = ({ t, message }: { t: Words; message: Pick<Submission, 'name' | 'mail' | 'answers'> }) => (
  <Facts
    facts={[
      { term: t.name, text: message.name || t.nothing },
      { term: t.mail, text: message.mail || t.nothing },
      ...message.answers.map(({ label, value, type }) => ({
        term: label,
        text: type === 'check' && value ? t.yes : value || t.nothing,
      })),
    ]}
  />
)
