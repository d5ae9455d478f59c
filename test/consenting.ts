import { type Template, templateKinds } from '#products/privacy/consents/kinds.ts'
import { beginPurpose } from '#products/privacy/consents/purposes/queries.ts'
import { templateWords } from '#products/privacy/consents/template-words.ts'
import { hashOf } from '#products/privacy/consents/words.ts'
import { urls } from '#src/urls.ts'
import type { FrontDoor } from './front-door.ts'

/** The school begins to ask a question of its template; answers how guardians say yes or no to it, as they do on their page. */
export const consenting = async (front: FrontDoor, organisation: string, use: Template) => {
  const made = await front.within(organisation, (work) =>
    beginPurpose(work, { use, ...templateKinds[use], words: templateWords[use] }),
  )
  const { id: purpose } = made as { id: string }
  return async (pupil: string, persons: readonly string[], answer: 'yes' | 'no') => {
    for (const person of persons) {
      const browser = await front.as(person, organisation)
      await browser.post(urls.consents(), { purpose, pupil, number: '1', hash: hashOf(templateWords[use].nl), answer })
    }
  }
}
