import { Secret, TOTP } from 'otpauth'
import { beforeEach } from 'vitest'
import { MailDelayed, type WrittenMail } from '#shared/mail/index.ts'
import { urls } from '#src/urls.ts'
import { Authenticator } from './authenticator.ts'
import type { Browser, FrontDoor } from './front-door.ts'
import { asSuperuser } from './server.ts'
import { addressOf, PASSWORD } from './world.ts'

/** A mail as a test reads it. */
export type Sent = { readonly to: string; readonly key: string; readonly subject: string; readonly text: string }

/** The path of the link in a mail. */
export const pathIn = ({ text }: Sent): string => new URL(/https?:\/\/\S+/.exec(text)![0]).pathname

/** Where passkeys of De Vuurtoren are made. */
export const ORIGIN = 'http://vuurtoren.localhost'

export const codesIn = (page: string) =>
  [...page.matchAll(/<code[^>]*>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map((m) => m[1]!)

/** What people do to get in, at a front door; each test of the file has days of its own, so that no guess counts twice. */
export const signingIn = (door: { readonly front: FrontDoor }) => {
  let day = 0
  beforeEach(() => {
    door.front.clock.now = new Date(Date.parse('2026-11-24T08:00:00Z') + ++day * 3 * 86_400_000)
  })

  const later = (seconds: number) => {
    door.front.clock.now = new Date(door.front.clock.now!.getTime() + seconds * 1_000)
  }

  const signIn = async (key: string, next?: string, browser = door.front.stranger()) => {
    const fields = { address: addressOf(key), password: PASSWORD, ...(next ? { next } : {}) }
    const response = await browser.post(urls.signIn(), fields)
    return { browser, to: response.headers.get('location'), status: response.status }
  }

  const codeOf = (secret: string, at = door.front.clock.now!) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

  /** Sets up codes from an app as the pages lead; answers the secret and the recovery codes. */
  const setUpApp = async (browser: Browser, next?: string) => {
    const page = await browser.text(urls.authenticator())
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(page)![1]!
    const fields = { secret, code: codeOf(secret), ...(next ? { next } : {}) }
    const response = await browser.post(urls.authenticator(), fields)
    return { secret, page, response, codes: codesIn(await response.text()) }
  }

  const optionsOf = async (browser: Browser, address: string) => (await browser.post(address)).json()

  const addPasskey = async (browser: Browser, device = new Authenticator(ORIGIN)) => {
    const answer = device.register(await optionsOf(browser, urls.passkeyOptions()))
    return { device, response: await browser.post(urls.passkeys(), { answer }) }
  }

  const rows = (query: string) =>
    asSuperuser(
      door.front.server.admin,
      async (client) => (await client.query(query)).rows as Record<string, unknown>[],
    )

  /** How many mails about a change wait for a person. */
  const mailsFor = async (person: string) =>
    (
      await rows(`select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'account-changed' and payload->'data'->>'account' =
          (select account_id::text from account_person where person_id = '${person}')`)
    ).length

  /**
   * Does what waits in the queue of a task, as the worker would, and answers the mails that were sent; jobs that fail stay
   * in the queue. `isDown`: the mail server takes nothing.
   */
  const mailsOf = async (name: string, host = 'vuurtoren.localhost', isDown = false): Promise<Sent[]> => {
    const task = door.front.application.tasks.find((one) => one.name === name)!
    const waiting = await rows(`select j.id::text, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = '${name}' order by j.id`)
    const sent: Sent[] = []
    for (const { id, payload } of waiting) {
      const { organisation, data } = payload as { organisation: string; data: unknown }
      const send = async ({ to, key, mail }: { to: string; key: string; mail: WrittenMail }) => {
        if (isDown) throw new MailDelayed('down')
        sent.push({ to, key, subject: mail.subject, text: mail.text })
      }
      const job = { id, data, mailer: { send }, origin: `http://${host}`, organisationName: 'School' }
      const inOrganisation = (run: never) => door.front.within(organisation, run)
      const failed = await task.run({ ...job, inOrganisation } as never).then(
        () => false,
        () => true,
      )
      if (!failed) await rows(`delete from graphile_worker._private_jobs where id = ${id}`)
    }
    return sent
  }

  return { later, signIn, codeOf, setUpApp, optionsOf, addPasskey, rows, mailsFor, mailsOf }
}
