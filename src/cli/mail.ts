import { dkimRecord, signingKey } from '#shared/mail/index.ts'
import type { Command } from './command.ts'
import { optionsOf } from './options.ts'

/** Prints what the operator publishes in DNS, so that receivers can check the signature under our mail (RFC 6376). */
export const mailRecordCommand: Command = {
  name: 'mail record',
  summary: 'print the DNS record (DKIM) for the domain of MAIL_FROM',
  usage: '[--json]',
  async run({ secrets, print }, args) {
    const { values } = optionsOf(args, { json: { type: 'boolean', default: false } })
    const record = dkimRecord(await signingKey(process.env, secrets.keep))
    print(values.json ? JSON.stringify({ name: record.name, type: 'TXT', value: record.value }) : record.zone)
    return 0
  },
}
