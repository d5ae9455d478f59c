import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Configuration, interactionPolicy, Provider } from 'oidc-provider'
import { choosePage, consentPage } from './choose-page.ts'

export type StandInPerson = {
  readonly oid: string
  readonly name: string
  readonly userName: string
  /** Whether the tenant asks a second step of them. */
  readonly mfa: boolean
  /** The tenant they are really of, for somebody who comes with an account of elsewhere. */
  readonly tenant?: string
  /** What happens when one chooses them. */
  readonly note?: { readonly nl: string; readonly en: string }
}

/** A tenant with one application and the people in it. */
export type StandInTenant = {
  readonly tenant: string
  readonly name: string
  readonly client: string
  readonly secret: string
  readonly answersTo: readonly string[]
  readonly people: readonly StandInPerson[]
  /** What the application was registered for, which an administrator of the tenant consents to. */
  readonly asksFor?: readonly string[]
  readonly consented?: (permissions: readonly string[]) => void
  /** Makes what an application shows to Graph. */
  readonly graphToken?: () => string
}

const settings = (
  { tenant, client, secret, answersTo, people }: StandInTenant,
  jwks: Configuration['jwks'],
  policy: interactionPolicy.DefaultPolicy,
) =>
  ({
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [...answersTo],
        post_logout_redirect_uris: answersTo.map((address) => new URL('/sign-in', address).href),
        grant_types: ['authorization_code', 'client_credentials'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    ...(jwks ? { jwks } : {}),
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'https://graph.microsoft.com/.default'],
    claims: { openid: ['sub', 'oid', 'tid', 'sid', 'amr'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: false },
    },
    interactions: { policy, url: (_, { uid }) => `/${tenant}/choose/${uid}` },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      ClientCredentials: 300,
      Grant: 600,
      IdToken: 300,
      Interaction: 600,
      Session: 3_600,
    },
    findAccount: async (_, oid, token) => {
      const person = people.find((one) => one.oid === oid)
      if (!person) return undefined
      const sid = token && 'sessionUid' in token ? token.sessionUid : undefined
      const claims = { oid, tid: person.tenant ?? tenant, sid, name: person.name, preferred_username: person.userName }
      // Another `sub` for each application, as there: who takes it for the person finds out.
      return { accountId: oid, claims: async () => ({ sub: oid, ...claims }) }
    },
    // Nobody is asked what the application may see: the school said so for all.
    loadExistingGrant: async (ctx) => {
      const { client: asking, account } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: asking!.clientId, accountId: account!.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  }) satisfies Configuration

const read = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

/** Who one wants to be, as Microsoft asks it: a page, and the answer to it. */
const choose = async (
  provider: Provider,
  tenant: StandInTenant,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'none'; frame-ancestors 'none'")
    return void response.end(choosePage(tenant, request.headers['accept-language']))
  }
  const chosen = (await read(request)).get('person')
  const person = tenant.people.find(({ oid }) => oid === chosen)
  const result = person
    ? { select_account: {}, login: { accountId: person.oid, amr: person.mfa ? ['pwd', 'mfa'] : ['pwd'] } }
    : { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

/** An application by itself gets a token that the Graph of this machine knows. */
const withGraphToken = ({ graphToken }: StandInTenant, response: ServerResponse) => {
  const end = response.end.bind(response)
  response.end = ((body: string | Buffer) => {
    const said = response.statusCode === 200 ? JSON.parse(String(body)) : null
    if (!said?.access_token || said.id_token || !graphToken) return end(body)
    const text = JSON.stringify({ ...said, access_token: graphToken() })
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as typeof response.end
}

/** The page on which an administrator of the tenant says yes for everyone, and the way back. */
const consent = async (tenant: StandInTenant, request: IncomingMessage, response: ServerResponse) => {
  const asked = new URL(request.url ?? '', 'http://localhost').searchParams
  const back = asked.get('redirect_uri') ?? ''
  const registered = tenant.answersTo.some((address) => new URL(address).origin === URL.parse(back)?.origin)
  if (asked.get('client_id') !== tenant.client || !registered)
    return void response.writeHead(400).end('AADSTS50011: the redirect URI does not match')
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'none'; frame-ancestors 'none'")
    return void response.end(consentPage(tenant, request.headers['accept-language']))
  }
  const agreed = (await read(request)).get('agree') === 'yes'
  if (agreed) tenant.consented?.(tenant.asksFor ?? [])
  const answer = agreed
    ? { admin_consent: 'True', tenant: tenant.tenant }
    : { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent' }
  const query = new URLSearchParams({ ...answer, state: asked.get('state') ?? '' })
  response.writeHead(303, { location: `${back}?${query}` }).end()
}

type Served = { readonly tenant: StandInTenant; readonly provider: Provider; readonly answer: RequestListener }

const serveAll = async (
  origin: string,
  tenants: readonly StandInTenant[],
  jwks: Configuration['jwks'],
): Promise<ReadonlyMap<string, Served>> => {
  const { Provider, interactionPolicy } = await import('oidc-provider')
  const served = tenants.map((tenant): [string, Served] => {
    const policy = interactionPolicy.base()
    policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
    const provider = new Provider(`${origin}/${tenant.tenant}/v2.0`, settings(tenant, jwks, policy))
    return [tenant.tenant, { tenant, provider, answer: provider.callback() }]
  })
  return new Map(served)
}

/** A key pair to sign with, as long as this process lives. */
export const newSigningKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'own' }
}

/**
 * A stand-in for Entra ID on this machine: several tenants, each an OpenID provider of its own at Entra's addresses
 * (`/TENANT/v2.0`), whose ID tokens carry `oid`, `tid`, `sid` and `amr`. Nothing of it is made before the first request.
 * Not for anything that others can reach.
 */
export const entraStandIn = (
  origin: string,
  tenants: () => readonly StandInTenant[],
  key: () => object = newSigningKey,
): RequestListener => {
  let serving: Promise<ReadonlyMap<string, Served>> | undefined
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    serving ??= serveAll(origin, tenants(), { keys: [key() as never] })
    const [, name = '', part] = (request.url ?? '').split(/[/?]/)
    const found = (await serving).get(name)
    if (!found) {
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: 'invalid_tenant', error_description: 'AADSTS90002' }))
    } else if (part === 'adminconsent') {
      await consent(found.tenant, request, response)
    } else if (part === 'choose') {
      await choose(found.provider, found.tenant, request, response)
    } else {
      if (request.url!.includes('/token')) withGraphToken(found.tenant, response)
      Object.assign(request, { originalUrl: request.url, url: request.url!.slice(`/${name}/v2.0`.length) })
      found.answer(request, response)
    }
  }
  return (request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end())
  }
}
