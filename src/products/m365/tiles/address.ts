const LONGEST = 2000

/**
 * What somebody pasted as an address to link to: only https, of a site with a name, without a password in it. `mijnsite.nl`
 * becomes `https://mijnsite.nl/`; anything else is refused with what is wrong.
 */
export const addressFrom = (typed: string): { right: string } | { wrong: 'address' | 'https' | 'secret' | 'long' } => {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[\w.-]+:\d/.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(whole) || /\s/.test(typed)) return { wrong: 'address' }
  const url = new URL(whole)
  if (url.protocol !== 'https:') return { wrong: 'https' }
  if (url.username || url.password) return { wrong: 'secret' }
  if (!/[^.]\.[a-z][a-z\d-]+$/i.test(url.hostname)) return { wrong: 'address' }
  return url.href.length > LONGEST ? { wrong: 'long' } : { right: url.href }
}

/** What a site is called by its address: "leerspel" of `https://www.leerspel.nl/groep4` becomes "Leerspel". */
export const titleFrom = (address: string): string => {
  const labels = new URL(address).hostname.split('.')
  const name = labels.at(-2)!
  return name[0]!.toUpperCase() + name.slice(1, 40)
}

/** The host of an address, to read. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '')
