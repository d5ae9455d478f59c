import type { Visit } from '#shared/access/visit.ts'
import { answerItem, readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { Queue } from '#shared/identity/queue.ts'
import { pick } from '#shared/language/index.ts'
import { swapsOf } from '../swapping.ts'
import { MODULE, noticesAbout, roundTopic } from '../telling.ts'
import { myRounds } from './queries.ts'
import { familyTexts } from './texts.ts'
import { FamilyConversations } from './views.tsx'

/** A round opens for everybody at one moment: a few book at once, the others wait in order, and who is too many hears so. */
export const bookingTurns = new Queue(8, 400)

/** Looking has a line of its own, so that who only looks never stands before who books. */
export const lookingTurns = new Queue(6, 300)

/** The page of the whole family; `problem` for what could not be done. */
export const showFamily = async (visit: Visit<string, Me>, problem: string | null = null) => {
  const { work, me, language } = visit
  const t = pick(language, familyTexts)
  const rounds = await myRounds(work, me)
  const mine = rounds.flatMap(({ children }) => children.flatMap((child) => child.mine?.booking?.id ?? []))
  const ids = rounds.map(({ id }) => id)
  await readItems(work, me, MODULE, ids)
  for (const notice of await noticesAbout(work, rounds))
    await answerItem(work, { module: MODULE, subject: notice, by: me.id })
  const done = visit.query.get('done')
  return visit.page(
    { title: t.title, ...(problem ? { status: 422 } : {}), ...(rounds[0] ? { live: roundTopic(rounds[0].id) } : {}) },
    <FamilyConversations
      t={t}
      language={language}
      now={work.now}
      rounds={rounds}
      swaps={await swapsOf(work, mine)}
      said={done && Object.hasOwn(t.said, done) ? t.said[done as keyof typeof t.said] : null}
      problem={problem}
    />,
  )
}
