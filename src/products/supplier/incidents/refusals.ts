import { type Language, listOf } from '#shared/language/index.ts'
import type { Refused } from './handling.ts'
import type { IncidentTexts } from './texts.ts'

/** Why nothing was changed, as a sentence. */
export const refusedIn = (t: IncidentTexts, language: Language, refused: Refused): string => {
  const { refused: words } = t
  if (refused.why === 'first') return words.first(t.steps.names[refused.step])
  if (refused.why === 'items')
    return words.items(
      listOf(
        language,
        refused.items.map((item) => t.items.names[item].toLowerCase()),
      ),
    )
  if (refused.why === 'undecided')
    return words.undecided(
      listOf(
        language,
        refused.whom.map((whom) => t.clocks.whom[whom].toLowerCase()),
      ),
    )
  return words[refused.why]
}
