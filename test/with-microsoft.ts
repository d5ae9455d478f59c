import { randomUUID } from 'node:crypto'
import { allow, saveConnection } from '#shared/identity/microsoft/connection.ts'
import { urls } from '#src/urls.ts'
import { AtMicrosoft, Entra } from './entra.ts'
import type { Browser, FrontDoor } from './front-door.ts'
import { world } from './world.ts'

/** The tenant of the board Kompas, of De Vuurtoren and De Zeester, and one of De Molen. */
export const tenants = { kompas: randomUUID(), molen: randomUUID() }
export const client = randomUUID()
export const SECRET = 'the~value~of~a~secretq'

/** People at Microsoft: what they are called there is the mail address of somebody else, which must mean nothing. */
export const oids = {
  hatice: randomUUID(),
  wim: randomUUID(),
  fenna: randomUUID(),
  unknown: randomUUID(),
  sem: randomUUID(),
}

const hosts = { kompas: ['vuurtoren', 'zeester', 'kompas'], molen: ['molen'] }

/** `port` is asked when somebody first comes there: a server of ours may not have one before. */
export const startEntra = (port = () => ''): Promise<Entra> =>
  Entra.start(() =>
    (['kompas', 'molen'] as const).map((name) => ({
      tenant: tenants[name],
      name,
      client,
      secret: SECRET,
      answersTo: hosts[name].map((host) => `http://${host}.localhost${port()}${urls.microsoftAnswer()}`),
      people: Object.entries(oids).map(([key, oid]) => ({
        oid,
        name: 'Wimq Postmaq',
        userName: 'wim@test.example',
        mfa: key !== 'fenna',
      })),
    })),
  )

/** What a school's office set up, and what people do with it. */
export const withMicrosoft = (door: { readonly front: FrontDoor }, entra: Entra) => {
  const connect = async (
    organisation: string,
    { microsoft = 'offered' as 'off' | 'offered' | 'team', trustsMfa = true, ...rest } = {} as {
      microsoft?: 'off' | 'offered' | 'team'
      trustsMfa?: boolean
      tenant?: string
      secret?: string
    },
  ) => {
    const tenant = rest.tenant ?? (organisation === world.molen ? tenants.molen : tenants.kompas)
    await door.front.within(organisation, async (work) => {
      await saveConnection(work, { tenant, client, secret: rest.secret ?? SECRET, secretEndsOn: null, trustsMfa })
      await allow(work, microsoft)
    })
    door.front.application.serving.sites.forget()
  }

  /** From a button of ours to Microsoft and back, as this person there; the answer is the path to come back to. */
  const toMicrosoft = async (browser: Browser, oid: string, from: string, there = new AtMicrosoft(entra)) => {
    const sent = await browser.get(from)
    if (sent.status !== 303) throw new Error(`Not sent: ${sent.status}`)
    return there.signIn(sent.headers.get('location')!, oid)
  }

  /** The whole way: what came of it. */
  const through = async (browser: Browser, oid: string, from: string = urls.microsoft(), there?: AtMicrosoft) => {
    const response = await browser.get(await toMicrosoft(browser, oid, from, there))
    return { status: response.status, to: response.headers.get('location'), text: await response.text() }
  }

  /** Somebody signed in here links who they are there. */
  const link = async (person: string, oid: string, organisation: string = world.vuurtoren, host?: string) => {
    const browser = await door.front.as(person, organisation, host)
    return { browser, ...(await through(browser, oid, urls.linkMicrosoft())) }
  }

  return { connect, toMicrosoft, through, link }
}
