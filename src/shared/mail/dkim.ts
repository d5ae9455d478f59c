import { createHash, createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

/** Gives the secret of this name; the first time it is what `make` answers, which is kept (mode 0600) from then on. */
export type KeepSecret = (name: string, make: () => Promise<string>) => Promise<string>

/** What signs the mail of one domain. */
export interface Dkim {
  domain: string
  selector: string
  /** PEM */
  privateKey: string
}

/**
 * The key that signs mail from `domain` (RFC 6376), made on the first start. RSA of 2048 bits: every receiver verifies
 * it, while Ed25519 (RFC 8463) is still ignored by some of the largest. The selector follows from the key, so that the
 * record of a new key stands in DNS beside that of the old one for as long as mail signed with it is under way.
 */
export const openDkim = async (domain: string, keepSecret: KeepSecret): Promise<Dkim> => {
  const privateKey = await keepSecret('mail-dkim-key', makeKey)
  const digest = createHash('sha256').update(publicKeyOf(privateKey)).digest('hex')
  return { domain, selector: `sp-${digest.slice(0, 8)}`, privateKey }
}

/** The TXT record to publish in DNS, as name and value, and as a line of a zone file (strings of 255 bytes at most). */
export const dkimRecord = ({ domain, selector, privateKey }: Dkim): { name: string; value: string; zone: string } => {
  const name = `${selector}._domainkey.${domain}`
  const value = `v=DKIM1; k=rsa; p=${publicKeyOf(privateKey).toString('base64')}`
  const strings = value.match(/.{1,255}/g)!.map((part) => `"${part}"`)
  return { name, value, zone: `${name}. IN TXT ( ${strings.join(' ')} )` }
}

const makeKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Refuses what is no RSA key: the mail library would send the mail unsigned without a word. */
const publicKeyOf = (pem: string): Buffer => {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'rsa') throw new Error('The secret mail-dkim-key is not an RSA key.')
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}
