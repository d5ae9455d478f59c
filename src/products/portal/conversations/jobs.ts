import { addressee, mayBeWrittenTo } from '#products/school/index.ts'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { reminderMail } from './mail.tsx'
import { REMINDER } from './telling.ts'

type Reminder = { readonly booking: string }

/** Who comes to an appointment that still stands, and may be written to. */
const guestsOf = async (work: Work, booking: string) => {
  const rows = await work.db
    .selectFrom('conversation_guest')
    .select('guardian_id')
    .distinct()
    .where('booking_id', '=', booking)
    .where('at', '>', work.now)
    .execute()
  const found: { guest: string; to: string; language: 'nl' | 'en' }[] = []
  for (const { guardian_id } of rows) {
    const reader = (await mayBeWrittenTo(work, guardian_id)) ? await addressee(work, guardian_id) : null
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

export const conversationTasks: readonly Task[] = [task<Reminder>(REMINDER, remind)]
