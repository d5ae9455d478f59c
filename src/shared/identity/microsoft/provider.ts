import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import * as oidc from 'openid-client'
import { Queue } from '../queue.ts'
import { type Authority, issuerOf } from './authority.ts'
import type { Connection } from './connection.ts'
import type { Flow } from './flow.ts'
import { reaching } from './reach.ts'
import { Trouble, troubleOf } from './trouble.ts'

const DAY = 86_400_000
/** `profile` brings `oid` and `tid`; the name and address in it are never looked at. */
const SCOPE = 'openid profile'
/** Any application may ask a token for this as itself: it shows that id and secret belong together. */
const OWN_SCOPE = 'https://graph.microsoft.com/.default'

type Known = Pick<Connection, 'tenant' | 'client' | 'secret'>

/** What Microsoft says about somebody who came back from it; its signature, issuer, audience, time and nonce were checked. */
export type Proven = {
  readonly tenant: string
  readonly object: string
  readonly mfa: boolean
  readonly session: string | null
}

const proven = (claims: oidc.IDToken | undefined): Proven => {
  if (!claims) throw new Trouble('refused')
  const { tid, oid, sid, amr } = claims
  if (typeof tid !== 'string' || typeof oid !== 'string') throw new Trouble('refused')
  return {
    tenant: tid.toLowerCase(),
    object: oid.toLowerCase(),
    mfa: Array.isArray(amr) && amr.includes('mfa'),
    session: typeof sid === 'string' ? sid : null,
  }
}

/**
 * Microsoft's side of signing in (OpenID Connect, code flow with PKCE). Documents and keys of a tenant are kept for a day.
 * A few may ask at once and a bounded number waits, so that a slow Microsoft holds up nobody but who asks for it. Every
 * function throws {@link Trouble}, and nothing else, when it comes to nothing.
 */
export class Microsoft {
  readonly #authority: Authority
  readonly #fetch: oidc.CustomFetch
  readonly #kept = new LRUCache<string, Promise<oidc.Configuration>>({ max: 1_000, ttl: DAY })
  readonly #turns = new Queue(8, 64)

  constructor(authority: Authority, patience?: number) {
    this.#authority = authority
    this.#fetch = reaching(authority, patience)
  }

  /** What is known of a connection's tenant: asked once a day. */
  async configuration(known: Known): Promise<oidc.Configuration> {
    const secret = createHash('sha256').update(known.secret).digest('hex')
    const key = `${known.tenant} ${known.client} ${secret}`
    const kept = this.#kept.get(key) ?? this.#discover(known)
    this.#kept.set(key, kept)
    kept.catch(() => this.#kept.delete(key))
    return kept
  }

  async #discover({ tenant, client, secret }: Known): Promise<oidc.Configuration> {
    const issuer = issuerOf(this.#authority, tenant)
    try {
      const configuration = await this.#turns.run(() =>
        oidc.discovery(issuer, client, secret, oidc.ClientSecretPost(secret), {
          [oidc.customFetch]: this.#fetch,
          execute: [oidc.enableNonRepudiationChecks, ...(this.#authority.secure ? [] : [oidc.allowInsecureRequests])],
        }),
      )
      const said = configuration.serverMetadata()
      const there = [said.authorization_endpoint, said.token_endpoint, said.jwks_uri, said.end_session_endpoint]
      const foreign = there.some((address) => address && URL.parse(address)?.origin !== this.#authority.origin)
      if (said.issuer !== issuer.href || foreign || !said.authorization_endpoint) throw new Trouble('away')
      return configuration
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /** Where the browser goes to sign in. `choose`: Microsoft asks which account, also when there is only one. */
  async address(
    configuration: oidc.Configuration,
    flow: Flow,
    { answerTo, choose }: { answerTo: string; choose: boolean },
  ): Promise<string> {
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: answerTo,
      scope: SCOPE,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      ...(choose ? { prompt: 'select_account' } : {}),
    })
    return address.href
  }

  /** Turns the answer in an address into who somebody is. */
  async exchange(known: Known, answer: URL, flow: Flow): Promise<Proven> {
    const configuration = await this.configuration(known)
    try {
      const tokens = await this.#turns.run(() =>
        oidc.authorizationCodeGrant(configuration, answer, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
        }),
      )
      return proven(tokens.claims())
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /**
   * A token for what the application may do in the tenant by itself (client credentials, Graph's own scope), and the moment
   * until which it is good.
   */
  async applicationToken(known: Known): Promise<{ readonly token: string; readonly until: Date }> {
    const configuration = await this.configuration(known)
    try {
      const got = await this.#turns.run(() => oidc.clientCredentialsGrant(configuration, { scope: OWN_SCOPE }))
      return { token: got.access_token, until: new Date(Date.now() + (got.expires_in ?? 300) * 1_000) }
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /** Where an administrator of the tenant lets the application do what it asks for; Microsoft sends them back. */
  consentAddress({ tenant, client }: Pick<Known, 'tenant' | 'client'>, answerTo: string, state: string): string {
    const query = new URLSearchParams({ client_id: client, redirect_uri: answerTo, state })
    return `${this.#authority.origin}/${tenant}/adminconsent?${query}`
  }

  /** Where Graph is for this authority, and where sign-in is. */
  get places(): Pick<Authority, 'origin' | 'graph'> {
    return this.#authority
  }

  /** Asks Microsoft anew whether tenant, application and secret belong together. What it gives is thrown away. */
  async check(known: Known): Promise<void> {
    const configuration = await this.#discover(known)
    try {
      await this.#turns.run(() => oidc.clientCredentialsGrant(configuration, { scope: OWN_SCOPE }))
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /** Where somebody signs out of Microsoft too; nothing where the tenant has no such page. */
  async endSession(known: Known, returnTo: string): Promise<string | null> {
    const configuration = await this.configuration(known)
    if (!configuration.serverMetadata().end_session_endpoint) return null
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href
  }
}
