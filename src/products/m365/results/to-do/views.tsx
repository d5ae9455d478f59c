import { dayLong, type Language } from '#shared/language/index.ts'
import { List, Row, Section } from '#shared/ui/index.ts'
import type { ResultTexts } from '../texts.ts'
import type { ToDo } from './queries.ts'

/** What a pupil still has to hand in, by its day; today's says "today". */
export const ToDoList = ({
  t,
  language,
  today,
  list,
}: {
  readonly t: ResultTexts
  readonly language: Language
  readonly today: string
  readonly list: readonly ToDo[]
}) => (
  <Section heading={t.toDo}>
    <List label={t.toDo}>
      {list.map(({ id, name, dueOn }) => (
        <Row
          key={id}
          icon="pencil"
          title={name}
          text={dueOn === today ? t.dueToday : t.dueOn(dayLong(language, dueOn))}
        />
      ))}
    </List>
  </Section>
)
