import { dayLong, type Language } from '#shared/language/index.ts'
import type { Asked } from './queries.ts'
import type { OwnTexts } from './texts.ts'

const toConfirm = ({ mine, outcome: { until } }: Asked, t: OwnTexts['outcome'], language: Language): string => {
  const day = until && dayLong(language, until)
  if (mine && !mine.yes) return day ? t.waits(day) : t.otherSaysYes
  return mine || !day ? t.confirm : t.confirmBy(day)
}

const outcomeIn = (asked: Asked, t: OwnTexts['outcome'], language: Language): string => {
  const { mine, outcome, shared } = asked
  switch (outcome.state) {
    case 'yes':
      return shared && !mine?.yes ? t.oneIsEnough : t.may
    case 'waiting':
      return mine ? t.waiting : t.mayNot
    case 'to-confirm':
      return toConfirm(asked, t, language)
    case 'no':
      return mine?.yes ? t.other : t.mayNot
    case 'unanswered':
      return t.mayNot
  }
}

/**
 * What somebody answered and what it comes to. Of the other guardian it says what the outcome says, and no more: only for a
 * refusal that must be confirmed does it tell that there is one, since nobody could confirm it otherwise.
 */
export const standingIn = (asked: Asked, t: OwnTexts, language: Language): string => {
  const { mine } = asked
  const said = mine ? t.mine[mine.yes ? 'yes' : 'no'](dayLong(language, mine.at)) : t.mine.none
  return `${said} ${outcomeIn(asked, t.outcome, language)}`
}
