import type { NodemailerError } from 'nodemailer'

/** This mail will never be taken: the receiver's server said so (a reply of 5xx), or it is no mail. Do not try again. */
export class MailRefused extends Error {
  override name = 'MailRefused'
}

/** Not now: greylisting (4xx), a server that is away, or one that does not know *us*. Try again later. */
export class MailDelayed extends Error {
  override name = 'MailDelayed'
}

/**
 * Says what a failed delivery means for the queue. Neither the server's words nor the cause go along: they repeat the
 * address, and errors end up in logs. A 5xx that is not about the reader or the mail (a wrong password, a sender that
 * the server does not accept) is the operator's to mend, so that the mail waits.
 */
export const explain = (error: NodemailerError): never => {
  const about = [error.responseCode, error.code, error.command].filter(Boolean).join(', ')
  const final = error.permanent === true && (error.command === 'RCPT TO' || error.command === 'DATA')
  throw final
    ? new MailRefused(`The mail server refused this mail (${about}).`)
    : new MailDelayed(`The mail server did not take this mail yet (${about}).`)
}
