import { randomBytes } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { hashOfToken } from './session.ts'

const KEPT_DAYS = 400

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** Browser and system of a request ("Safari, iPhone"), to recognise one's own devices by; no version, nothing finer. */
export const deviceWords = (userAgent: string | null): string => {
  const found = [BROWSERS, SYSTEMS].flatMap(
    (list) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? [],
  )
  return found.join(', ') || '?'
}

/** A token that a cookie may hold: 256 bits in base64url. Anything else in it is nobody's device. */
const isToken = (text: string | undefined): text is string => /^[A-Za-z0-9_-]{43}$/.test(text ?? '')

/** Whether an account signed in with this browser before. It asks the same of the database when there is no account. */
export const isKnownDevice = async (
  work: Work,
  account: string | null,
  cookie: string | undefined,
): Promise<boolean> => {
  const row = await work.db
    .selectFrom('known_device')
    .select('device_hash')
    .where('account_id', '=', account ?? '00000000-0000-0000-0000-000000000000')
    .where('device_hash', '=', hashOfToken(isToken(cookie) ? cookie : ''))
    .where('expires_at', '>', work.now)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that an account signed in with this browser; answers the cookie's token, the old one where there is one. */
export const rememberDevice = async (
  work: Work,
  account: string,
  { cookie, device }: { cookie: string | undefined; device: string },
): Promise<string> => {
  const token = isToken(cookie) ? cookie : randomBytes(32).toString('base64url')
  const seen = { device, seen_at: work.now, expires_at: new Date(work.now.getTime() + KEPT_DAYS * 86_400_000) }
  await work.db
    .insertInto('known_device')
    .values({ account_id: account, device_hash: hashOfToken(token), ...seen })
    .onConflict((conflict) => conflict.columns(['account_id', 'device_hash']).doUpdateSet(seen))
    .execute()
  return token
}

export type DeviceRow = { readonly device: string; readonly seen: Date; readonly here: boolean }

/** The browsers in which an account was signed in before, the last used first; `cookie` says which one this is. */
export const knownDevices = async (work: Work, account: string, cookie: string | undefined): Promise<DeviceRow[]> => {
  const here = hashOfToken(isToken(cookie) ? cookie : '')
  const rows = await work.db
    .selectFrom('known_device')
    .select(['device', 'seen_at', 'device_hash'])
    .where('account_id', '=', account)
    .where('expires_at', '>', work.now)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({ device: row.device, seen: row.seen_at, here: row.device_hash === here }))
}

/** From here on every browser of an account is an unknown one. */
export const forgetDevices = async (work: Work, account: string): Promise<void> => {
  await work.db.deleteFrom('known_device').where('account_id', '=', account).execute()
}
