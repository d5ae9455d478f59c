import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BlockList, isIPv6 } from 'node:net'
import { type CountryResponse, Reader } from 'mmdb-lib'

/** Networks that are nobody's country: of this machine, a school's own, a provider's. */
const ours = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ours.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  ours.addSubnet(network, bits, 'ipv6')

/** Where a country is not known. */
export const UNKNOWN = 'ZZ'

let table: Reader<CountryResponse & { readonly country_code?: string }> | undefined

/** The table of networks and countries comes with the product, so that no address is asked of anybody (docs/decisions/0053). */
const countries = () => {
  table ??= new Reader(
    readFileSync(
      createRequire(import.meta.url).resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'),
    ),
  )
  return table
}

/** The country of an address as two letters, and never anything finer. */
export const countryOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  try {
    if (plain === '' || ours.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')) return UNKNOWN
    return countries().get(plain)?.country_code ?? UNKNOWN
  } catch {
    return UNKNOWN
  }
}

export type Device = 'phone' | 'tablet' | 'computer'

/** The class of a device and nothing finer: no brand, system, version or size of a screen. */
export const deviceOf = (agent: string): Device => {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  return /Mobi|iPhone|Android/i.test(agent) ? 'phone' : 'computer'
}

/** Programs that read pages: they are no visitors. */
export const isProgram = (agent: string): boolean =>
  agent === '' ||
  /bot|crawl|spider|slurp|preview|monitor|fetch|curl|wget|python|java\/|headless|lighthouse|scan/i.test(agent)

/** The domain of the page that led here; nothing for our own, for none, and for what is no name. */
export const referrerOf = (referrer: string | undefined, host: string): string | null => {
  const from = URL.parse(referrer ?? '')?.hostname.replace(/^www\./, '')
  if (!from || from === host.replace(/^www\./, '') || !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(from)) return null
  return from.length <= 100 ? from : null
}
