import { task } from '#shared/jobs/task.ts'
import { dayLong } from '#shared/language/index.ts'
import { MailRefused } from '#shared/mail/index.ts'
import { urls } from '#src/urls.ts'
import { invitationMail } from './mail.ts'
import { findRound, finishRound, inviteSome, restOf } from './rounds.ts'
import { mailToSend, noteMail } from './sending.ts'

const AT_ONCE = 25

/** Invites everyone of a round, some at a time, so that its page moves and a job that was killed begins where it was. */
export const inviteRound = task<{ round: string }>('invite-round', async (job) => {
  const round = await job.inOrganisation((work) => findRound(work, job.data.round))
  if (!round || round.finished) return
  const { people, mailed } = await job.inOrganisation((work) => restOf(work, round))
  for (let from = 0; from < people.length; from += AT_ONCE)
    await job.inOrganisation((work) => inviteSome(work, round, people.slice(from, from + AT_ONCE), mailed))
  await job.inOrganisation((work) => finishRound(work, round.id))
})

/**
 * Sends one invitation. While the mail server is away it waits and is tried again, with the same code and Message-ID; an
 * address that is refused for good is shown to the office.
 */
export const sendInvitation = task<{ invitation: string }>('send-invitation', async (job) => {
  const { invitation } = job.data
  const found = await job.inOrganisation((work) => mailToSend(work, invitation))
  if (!found) return
  const language = found.language === 'en' ? 'en' : 'nl'
  const page = new URL(urls.invitation({ code: found.code }), job.origin)
  const values = { page, until: dayLong(language, found.until, { year: true }) }
  const mail = invitationMail({ language, organisation: job.organisationName }, values)
  try {
    await job.mailer.send({ to: found.to, key: invitation, mail })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    return job.inOrganisation((work) => noteMail(work, invitation, 'refused'))
  }
  await job.inOrganisation((work) => noteMail(work, invitation, 'sent'))
})

export const invitationTasks = [inviteRound, sendInvitation] as const
