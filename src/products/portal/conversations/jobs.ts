import { addressee, mayBeWrittenTo, whoHasASay } from '#products/school/index.ts'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { alignAll } from './joining.ts'
import { reminderMail } from './mail.tsx'
import { REMINDER } from './telling.ts'
import { OFFER_ENDS, offerEnds } from './waiting.ts'

type Reminder = { readonly booking: string }

/** Who comes to an appointment that still stands, speaks for the pupil today, and may be written to. */
const guestsOf = async (work: Work, booking: string) => {
  const rows = await work.db
    .selectFrom('conversation_guest as guest')
    .innerJoin('conversation_booking as booking', 'booking.id', 'guest.booking_id')
    .select(['guest.guardian_id', 'booking.pupil_id'])
    .distinct()
    .where('booking.id', '=', booking)
    .where('guest.at', '>', work.now)
    .execute()
  const says = await whoHasASay(work, [...new Set(rows.map(({ pupil_id }) => pupil_id))])
  const found: { guest: string; to: string; language: 'nl' | 'en' }[] = []
  for (const { guardian_id } of rows) {
    const speaks = says.some(({ guardian, authority }) => guardian === guardian_id && authority !== 'no')
    const reader = speaks && (await mayBeWrittenTo(work, guardian_id)) ? await addressee(work, guardian_id) : null
    if (reader) found.push({ guest: guardian_id, ...reader })
  }
  return found
}

const remind = async (job: Job<Reminder>): Promise<void> => {
  const guests = await job.inOrganisation((work) => guestsOf(work, job.data.booking))
  const page = new URL(urls.conversations(), job.origin)
  for (const { guest, to, language } of guests) {
    const mail = reminderMail({ language, organisation: job.organisationName }, { page })
    await job.mailer.send({ to, key: `${job.id}-${guest}`, mail })
  }
}

const endOffer = (job: Job<{ readonly wait: string }>): Promise<void> =>
  job.inOrganisation((work) => offerEnds(work, job.data.wait))

const everyNight = (job: Job<null>): Promise<void> => job.inOrganisation(alignAll)

export const conversationTasks: readonly Task[] = [
  task<Reminder>(REMINDER, remind),
  task(OFFER_ENDS, endOffer),
  task('conversation-guests', everyNight, '30 3 * * *'),
]
