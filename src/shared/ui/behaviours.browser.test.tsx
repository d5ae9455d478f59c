import { generateRegistrationOptions } from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { type Answer, browser, listeners, open, origin, page, posted, routes, shows } from '#test/gallery/serving.tsx'
import {
  Button,
  Choice,
  Dependent,
  Details,
  Field,
  Form,
  NotStoredPage,
  PasskeyForm,
  productTheme,
  renderPage,
  Segment,
  TextArea,
  Undo,
} from './index.ts'

describe('a form whose answer does not come', () => {
  const absence = () =>
    page(
      'Afwezig melden',
      <Form action="/absences" requestKey="key-1" resend>
        <TextArea name="word" label="Wil je iets zeggen?" optional />
        <Button>Meld Zuri ziek</Button>
      </Form>,
    )

  test('keeps what was typed, says so, and goes again with the same key once there is a line', async () => {
    const answers: Answer[] = [
      { status: 503, body: page('Storing', '') },
      { status: 303, to: '/received' },
    ]
    shows('/absence-form', absence)
    shows('/received', () => page('Ontvangen', ''))
    // A page of the gallery that was not stored went again by itself.
    posted.length = 0
    routes.set('POST /absences', () => answers.shift()!)
    const { at, wrong } = await open('/absence-form')
    await at.getByLabel('Wil je iets zeggen?').fill('Haar boek ligt in haar la.')
    await at.getByRole('button').click()
    await at.getByText('School heeft je melding nog niet').waitFor()
    expect(await at.getByLabel('Wil je iets zeggen?').inputValue()).toBe('Haar boek ligt in haar la.')
    await at.evaluate(() => dispatchEvent(new Event('online')))
    await at.getByRole('heading', { name: 'Ontvangen' }).waitFor()
    const sent = posted.filter(({ path }) => path === '/absences').map(({ body }) => body.toString())
    expect(sent).toHaveLength(2)
    expect(sent[0]).toBe(sent[1])
    expect(sent[0]).toContain('requestKey=key-1')
    expect(wrong).toEqual([])
    await at.context().close()
  })

  test('does the same when the network is gone', async () => {
    routes.set('POST /absences', () => ({ status: 303, to: '/received' }))
    const { at } = await open('/absence-form')
    await at.context().setOffline(true)
    await at.getByRole('button').click()
    await at.getByText('School heeft je melding nog niet').waitFor()
    await at.context().setOffline(false)
    await at.getByRole('heading', { name: 'Ontvangen' }).waitFor()
    await at.context().close()
  })

  test('comes back as a page with everything in it, which sends itself; without script one press does', async () => {
    const words = [
      ['word', 'Een "boek" & meer'],
      ['requestKey', 'key-2'],
    ] as const
    shows('/not-stored', () =>
      renderPage(
        <NotStoredPage
          title="Even geen verbinding"
          language="nl"
          organisation="O"
          theme={productTheme}
          action="/again"
          posted={words}
        />,
      ),
    )
    routes.set('POST /again', () => ({ status: 303, to: '/received' }))
    const { at } = await open('/not-stored')
    await at.evaluate(() => dispatchEvent(new Event('online')))
    await at.getByRole('heading', { name: 'Ontvangen' }).waitFor()
    await at.context().close()
    const plain = await open('/not-stored', { javaScriptEnabled: false })
    await plain.at.getByRole('button').click()
    await plain.at.getByRole('heading', { name: 'Ontvangen' }).waitFor()
    await plain.at.context().close()
    const sent = posted.filter(({ path }) => path === '/again').map(({ body }) => body.get('word'))
    expect(sent).toEqual(['Een "boek" & meer', 'Een "boek" & meer'])
  })
})

describe('a segment', () => {
  const options = [
    { value: 'here', label: 'Er', kind: 'here' },
    { value: 'late', label: 'Laat', kind: 'late' },
  ] as const
  const list = (chosen: string) =>
    page('Lijst', <Segment action="/mark" name="state" chosen={chosen} label="Kees Dekker" options={options} />)

  test('shows the press before the answer, and takes it back when the server fails', async () => {
    let answer: (value: Answer) => void = () => undefined
    shows('/list', () => list('here'))
    const { at } = await open('/list')
    await at.route('**/mark', async (route) => {
      const { status } = await new Promise<Answer>((resolve) => {
        answer = resolve
      })
      await (status === 0 ? route.abort() : route.continue())
    })
    const late = at.getByRole('button', { name: 'Laat' })
    await late.click()
    await expect.poll(() => late.getAttribute('aria-pressed')).toBe('true')
    answer({ status: 0 })
    await expect.poll(() => late.getAttribute('aria-pressed')).toBe('false')
    expect(await at.getByRole('button', { name: 'Er' }).getAttribute('aria-pressed')).toBe('true')
    await at.context().close()
  })

  test('works without script', async () => {
    let state = 'here'
    shows('/list', () => list(state))
    routes.set('POST /mark', (body) => {
      state = body.get('state') ?? ''
      return { status: 303, to: '/list' }
    })
    const { at } = await open('/list', { javaScriptEnabled: false })
    await at.getByRole('group', { name: 'Kees Dekker' }).getByRole('button', { name: 'Laat' }).click()
    await expect.poll(() => at.getByRole('button', { name: 'Laat' }).getAttribute('aria-pressed')).toBe('true')
    await at.context().close()
  })
})

test('a page that changed renews itself; what is typed and what is open stay', async () => {
  let news = 'nog niets'
  shows('/changing', () =>
    page(
      'Groep 5',
      [
        <p>{news}</p>,
        <Details title="Meer">
          <p>opengeklapt</p>
        </Details>,
        <Form action="/x">
          <Field name="word" label="Woord" />
        </Form>,
      ],
      { live: '/live?topic=day-list' },
    ),
  )
  const { at, wrong } = await open('/changing')
  await expect.poll(() => listeners.size).toBe(1)
  await at.getByText('Meer').click()
  await at.getByLabel('Woord').fill('half')
  news = 'Guusje is ziek gemeld'
  for (const response of listeners) response.write('data: changed day-list\n\n')
  await at.getByText('Guusje is ziek gemeld').waitFor()
  expect(await at.getByLabel('Woord').inputValue()).toBe('half')
  expect(await at.evaluate(() => document.activeElement?.id)).toBe('field-word')
  expect(await at.getByText('opengeklapt').isVisible()).toBe(true)
  expect(wrong).toEqual([])
  await at.context().close()
})

test('parts of a form follow a choice; without script all of them are there', async () => {
  shows('/depends', () =>
    page(
      'Melden',
      <Form action="/depends" behaviour="depend">
        <Choice
          name="when"
          legend="Wanneer?"
          chosen="today"
          options={[
            { value: 'today', label: 'Vandaag' },
            { value: 'days', label: 'Meer dagen' },
          ]}
        />
        <Dependent when="when=days">
          <Field name="until" label="Tot en met" />
        </Dependent>
      </Form>,
    ),
  )
  const { at } = await open('/depends')
  await at.getByLabel('Tot en met').waitFor({ state: 'hidden' })
  await at.getByLabel('Meer dagen').check()
  await at.getByLabel('Tot en met').waitFor({ state: 'visible' })
  await at.context().close()
  const plain = await open('/depends', { javaScriptEnabled: false })
  expect(await plain.at.getByLabel('Tot en met').isVisible()).toBe(true)
  await plain.at.context().close()
})

test('the undo line leaves after six seconds, but not while somebody is on it', async () => {
  shows('/undo', () =>
    page(
      'Lijst',
      <Undo text="Kees is er, laat.">
        <Form action="/undo">
          <Button look="text">Ongedaan maken</Button>
        </Form>
      </Undo>,
    ),
  )
  const context = await browser.newContext()
  const at = await context.newPage()
  await at.clock.install()
  await at.goto(`${origin}/undo`)
  const line = at.getByText('Kees is er, laat.')
  await at.getByRole('button').focus()
  await at.clock.fastForward(7000)
  expect(await line.isVisible()).toBe(true)
  await at.evaluate(() => (document.activeElement as HTMLElement).blur())
  await at.clock.fastForward(7000)
  await line.waitFor({ state: 'detached' })
  await context.close()
})

test('a passkey is added: the device answers, and the form is sent with it', async () => {
  shows('/passkeys', () =>
    page(
      'Sleutel',
      <PasskeyForm purpose="add" optionsAddress="/passkeys/options" action="/passkeys" failed="Dat lukte niet.">
        Voeg dit apparaat toe
      </PasskeyForm>,
      { passkeys: true },
    ),
  )
  const options = await generateRegistrationOptions({ rpName: 'De Vuurtoren', rpID: 'localhost', userName: 'fenna' })
  routes.set('POST /passkeys/options', () => ({ status: 200, body: JSON.stringify(options) }))
  routes.set('POST /passkeys', () => ({ status: 303, to: '/received' }))
  shows('/received', () => page('Ontvangen', ''))
  const { at, wrong } = await open('/passkeys')
  const devices = await at.context().newCDPSession(at)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await at.getByRole('button').click()
  await at.getByRole('heading', { name: 'Ontvangen' }).waitFor()
  const answer = JSON.parse(posted.find(({ path }) => path === '/passkeys')?.body.get('answer') ?? '{}')
  expect(answer).toMatchObject({ type: 'public-key', response: { attestationObject: expect.any(String) } })
  expect(wrong).toEqual([])
  await at.context().close()
})

test('the first box with something wrong has the focus', async () => {
  const { at } = await open('/parts')
  await expect.poll(() => at.evaluate(() => document.activeElement?.id)).toBe('field-until-text')
  await at.context().close()
})
