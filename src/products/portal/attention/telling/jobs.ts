import { randomUUID } from 'node:crypto'
import { addressee, mayBeWrittenTo, schoolDays } from '#products/school/index.ts'
import { familyMoment, momentsOf, teamAmong } from '#shared/attention/hours.ts'
import { houseRules } from '#shared/attention/house-rules.ts'
import { type ItemClass, PING, type Subject } from '#shared/attention/item.ts'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { Push, Subscription } from '#shared/push/push.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { hadEnough } from '../rules/message-rules.ts'
import { dueToday } from '../rules/promise.ts'
import { wantsNoAccount } from '../start/no-account.ts'
import { type Choice, choiceOf, choose } from './choice.ts'
import { answerMail, digestMail, notificationWords, promiseMail, urgentMail } from './mail.tsx'
import { forgetSubscription, subscriptionsOf } from './subscriptions.ts'

type Message = { readonly person: string; readonly class: ItemClass; readonly key: string; readonly about?: 'promise' }

const SEND = 'attention-send'
const MAIL = 'attention-mail'
const mails = { urgent: urgentMail, answer: answerMail, 'to-know': digestMail }
const hour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', hour: '2-digit' })

/** What waits untold, of one thing or of a kind. */
const untold = (work: Work) =>
  work.db
    .selectFrom('attention_item')
    .where('told_at', 'is', null)
    .where('from_at', '<=', work.now)
    .where('until_at', '>', work.now)
    .where('answered_at', 'is', null)
    .where('read_at', 'is', null)

const accountOf = async (work: Work, person: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('account_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** Whether anything but paper reaches somebody: an account, or an address to write to. */
const isReached = async (work: Work, person: string): Promise<boolean> =>
  (await accountOf(work, person)) !== null || (await addressee(work, person)) !== null

/** Tells the readers of one thing that is urgent or needs an answer: each once. */
const ping = async (work: Work, { module, subject }: Subject): Promise<void> => {
  const items = await untold(work)
    .select(['id', 'person_id', 'class'])
    .where('module', '=', module)
    .where('subject_id', '=', subject)
    .where('class', '<>', 'to-know')
    .forUpdate()
    .execute()
  const team = await teamAmong(
    work,
    items.map(({ person_id }) => person_id),
  )
  const rules = await houseRules(work)
  const full = await hadEnough(work, rules)
  for (const { id, person_id, class: kind } of items) {
    // By letter: the office prints it.
    if ((await wantsNoAccount(work, person_id)) || !(await isReached(work, person_id))) continue
    // At its hour, or with the digest.
    if (kind !== 'urgent' && !team.has(person_id) && (familyMoment(rules, work.now) > work.now || full.has(person_id)))
      continue
    await work.db.updateTable('attention_item').set({ told_at: work.now }).where('id', '=', id).execute()
    await work.enqueue(SEND, { person: person_id, class: kind, key: randomUUID() })
  }
}

/** Who promised an answer for today, or is late with one, is told once, in their own hours. */
const remind = async (work: Work): Promise<void> => {
  const days = await schoolDays(work)
  if (!days.lessons(work.today)) return
  const atWork = async (people: readonly string[]) => {
    const later = people.length > 0 ? await momentsOf(work, people, work.now) : new Map()
    return people.filter((person) => !later.has(person))
  }
  for (const person of await dueToday(work, atWork))
    await work.enqueue(SEND, { person, class: 'answer', about: 'promise', key: randomUUID() })
}

/**
 * The digest of each family whose hour has come: one a day for all its schools, since the choice of the account is locked
 * while one of them sends it. Without anything new there is none.
 */
const digest = async (work: Work): Promise<void> => {
  const rows = await untold(work).select('person_id').distinct().where('class', '<>', 'urgent').execute()
  for (const { person_id } of rows) {
    const account = await accountOf(work, person_id)
    if (!account || (await wantsNoAccount(work, person_id))) continue
    const { digestHour, digestAt } = await choiceOf(work, account)
    if (Number(hour.format(work.now)) < digestHour) continue
    const sent = digestAt !== null && dayOf(digestAt) === work.today
    await work.db
      .updateTable('attention_item')
      .set({ told_at: sent ? digestAt : work.now })
      .where('person_id', '=', person_id)
      .where('class', '<>', 'urgent')
      .where('told_at', 'is', null)
      .where('from_at', '<=', sent ? digestAt : work.now)
      .execute()
    if (sent) continue
    await choose(work, account, { digestAt: work.now })
    await work.enqueue(SEND, { person: person_id, class: 'to-know', key: randomUUID() })
  }
}

type Reach = {
  readonly choice: Choice
  readonly mail: { readonly to: string; readonly language: 'nl' | 'en' } | null
  readonly push: readonly (Subscription & { readonly id: string })[]
}

/** How this person may be told now; nothing when the school may not write to them any more. */
const reachOf = async (
  work: Work,
  { person, class: kind }: Pick<Message, 'person' | 'class'>,
): Promise<Reach | null> => {
  if (!(await mayBeWrittenTo(work, person)) || (await wantsNoAccount(work, person))) return null
  const account = await accountOf(work, person)
  const choice: Choice = account
    ? await choiceOf(work, account)
    : { digestHour: 17, digestAt: null, mail: ['urgent', 'answer'], push: [] }
  const push = choice.push.includes(kind) ? await subscriptionsOf(work, person) : []
  return { choice, push, mail: await addressee(work, person) }
}

/**
 * Where a mail goes that a module writes itself, by what this person chose for its kind; null for who wants no message of that
 * kind, or to whom the school may not write.
 */
export const mailFor = async (work: Work, person: string, kind: ItemClass) => {
  const reach = await reachOf(work, { person, class: kind })
  return reach && [...reach.choice.mail, ...reach.choice.push].includes(kind) ? reach.mail : null
}

/** Sends notifications; answers the browsers that are gone, and whether any took it. */
const notify = async (job: Job<Message> & { push: Push }, reach: Reach) => {
  const { class: kind } = job.data
  const body = notificationWords[reach.mail?.language ?? 'nl'][job.data.about ?? kind]
  const notification = { title: job.organisationName, body, address: new URL(urls.home(), job.origin).href }
  const gone: string[] = []
  let taken = false
  for (const to of reach.push) {
    const answer = await job.push.send(to, notification, kind === 'urgent').catch(() => 'failed' as const)
    if (answer === 'gone') gone.push(to.id)
    taken ||= answer === 'sent'
  }
  return { gone, taken }
}

/** Hands the mail to the server; tried again with the same key until that takes it. */
const mail = async (job: Job<Message>, reach: Reach): Promise<void> => {
  const { class: kind, key, about } = job.data
  if (!reach.mail) return
  const page = new URL(kind === 'to-know' ? urls.later() : urls.home(), job.origin)
  const values = { page, choices: new URL(urls.howToldMe(), job.origin) }
  const { to, language } = reach.mail
  const written = (about ? promiseMail : mails[kind])({ language, organisation: job.organisationName }, values)
  await job.mailer.send({ to, key, mail: written })
}

/**
 * By push where that was chosen and works, else by mail, as for who chose mail. The mail is then a job of its own: while the
 * mail server is away it is tried again, and the screen shows nothing twice.
 */
const send = async (job: Job<Message>): Promise<void> => {
  const kind = job.data.class
  const reach = await job.inOrganisation((work) => reachOf(work, job.data))
  if (!reach) return
  const { mail: byMail, push: byPush } = reach.choice
  if (reach.push.length === 0) {
    if (byMail.includes(kind) || byPush.includes(kind)) await mail(job, reach)
    return
  }
  const { gone, taken } = await notify(job, reach)
  await job.inOrganisation(async (work) => {
    for (const id of gone) await forgetSubscription(work, id)
    if (byMail.includes(kind) || !taken) await work.enqueue(MAIL, job.data)
  })
}

const sendMail = async (job: Job<Message>): Promise<void> => {
  const reach = await job.inOrganisation((work) => reachOf(work, job.data))
  if (reach) await mail(job, reach)
}

export const attentionTasks: readonly Task[] = [
  task<Subject>(PING, (job) => job.inOrganisation((work) => ping(work, job.data))),
  task('attention-promise', (job) => job.inOrganisation(remind), '10 * * * *'),
  task('attention-digest', (job) => job.inOrganisation(digest), '0 * * * *'),
  task<Message>(SEND, send),
  task<Message>(MAIL, sendMail),
]
