import { type Template, templateKinds } from '#products/privacy/consents/kinds.ts'
import { beginPurpose } from '#products/privacy/consents/purposes/queries.ts'
import { templateWords } from '#products/privacy/consents/template-words.ts'
import { hashOf } from '#products/privacy/consents/words.ts'
import { urls } from '#src/urls.ts'
import type { FrontDoor } from './front-door.ts'
import { world } from './world.ts'

/** A school asks this of guardians from now on; De Vuurtoren, unless said. Answers how a guardian says yes or no to it there, as the page does. */
export const asking = async (front: FrontDoor, use: Template, organisation = world.vuurtoren) => {
  const made = await front.within(organisation, (work) =>
    beginPurpose(work, { use, ...templateKinds[use], words: templateWords[use] }),
  )
  const purpose = (made as { id: string }).id
  return async (person: string, pupil: string, answer: 'yes' | 'no'): Promise<void> => {
    const browser = await front.as(person, world.vuurtoren)
    const form = { purpose, pupil, number: '1', hash: hashOf(templateWords[use].nl), answer }
    const { status } = await browser.post(urls.consents(), form)
    if (status !== 303) throw new Error(`The answer was refused: ${status}`)
  }
}
