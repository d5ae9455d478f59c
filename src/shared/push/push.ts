import type { Agent } from 'node:https'
import webpush from 'web-push'
import type { Secrets } from '#shared/secrets.ts'

/** What a browser gives when its owner allows notifications (W3C Push API). */
export type Subscription = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

/** What a notification shows, on a locked screen too: that there is something and where, never what. */
type Notification = { readonly title: string; readonly body: string; readonly address: string }

export type Push = {
  /** The public key that browsers subscribe with (VAPID, RFC 8292). */
  readonly publicKey: string
  /** Whether a subscription leads to a push service: any other address would make us knock on doors for strangers. */
  readonly accepts: (endpoint: string) => boolean
  /** Sends it. `gone`: the browser threw its subscription away (404, 410); whatever else went wrong is thrown. */
  readonly send: (to: Subscription, notification: Notification, urgent: boolean) => Promise<'sent' | 'gone'>
}

export type VapidKeys = { readonly publicKey: string; readonly privateKey: string }

/** Where browsers have their push services: Chrome and Edge, Firefox, Safari. */
const SERVICES =
  /^(fcm\.googleapis\.com|[\w.-]+\.push\.services\.mozilla\.com|[\w.-]+\.push\.apple\.com|[\w.-]+\.notify\.windows\.com)$/
const KEPT_SECONDS = 86_400
const WAIT_MS = 10_000

const hostOf = (endpoint: string): string | null => {
  const url = URL.parse(endpoint)
  return url?.protocol === 'https:' && url.username === '' ? url.host : null
}

/** A way out for notifications. `standIn`: a push service of our own, for tests, with the agent that trusts it. */
export const createPush = (keys: VapidKeys, contact: string, standIn?: { host: string; agent: Agent }): Push => {
  const accepts = (endpoint: string) => {
    const host = hostOf(endpoint)
    return host !== null && (SERVICES.test(host) || host === standIn?.host)
  }
  return {
    publicKey: keys.publicKey,
    accepts,
    send: async ({ endpoint, p256dh, auth }, notification, urgent) => {
      if (!accepts(endpoint)) return 'gone'
      try {
        await webpush.sendNotification({ endpoint, keys: { p256dh, auth } }, JSON.stringify(notification), {
          vapidDetails: { subject: contact, ...keys },
          TTL: KEPT_SECONDS,
          timeout: WAIT_MS,
          urgency: urgent ? 'high' : 'normal',
          ...(standIn ? { agent: standIn.agent } : {}),
        })
        return 'sent'
      } catch (error) {
        const status = error instanceof webpush.WebPushError ? error.statusCode : 0
        if (status === 404 || status === 410) return 'gone'
        throw error
      }
    },
  }
}

/** The keys of this installation, made at the first start. */
export const vapidKeys = async (secrets: Secrets): Promise<VapidKeys> =>
  JSON.parse(await secrets.keep('vapid', async () => JSON.stringify(webpush.generateVAPIDKeys())))
