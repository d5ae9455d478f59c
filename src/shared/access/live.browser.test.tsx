import { expect, test } from 'vitest'
import { attentionTopic } from '#shared/attention/item.ts'
import { Button, Field, Form, PageHead } from '#shared/ui/index.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { Module } from './module.ts'
import { path } from './path.ts'
import { signedIn } from './rule.ts'

const { vuurtoren, staff } = world

/** A page that follows changes, with a form that is refused; the page with what is wrong follows none. */
const address = path('/test-live')
const Page = ({ wrong }: { wrong?: string }) => (
  <>
    <PageHead title="Volgen" />
    <Form action={address()}>
      <Field name="word" label="Woord" {...(wrong ? { error: wrong } : {})} />
      <Button>Stuur</Button>
    </Form>
  </>
)
const following = new Module('test-live', { nl: 'Volgen', en: 'Following' })
  .get(address, signedIn, (visit) => visit.page({ title: 'Volgen', live: attentionTopic(visit.me.id) }, <Page />))
  .post(address, signedIn, (visit) => visit.page({ title: 'Volgen', status: 422 }, <Page wrong="Dat is geen woord." />))

const door = frontDoor({ extra: [following] })
const { openAs } = inBrowser(door)

/** Holds back the pause between a change and the renewal, so that a test says what comes in between. */
const holdRenewals = () => {
  const held = new Map<number, () => void>()
  const [later, clear] = [setTimeout, clearTimeout]
  const hold = (run: () => void, ms?: number, ...rest: unknown[]) => {
    if (ms !== 300) return later(run, ms, ...rest)
    const id = -1 - held.size
    held.set(id, run)
    return id
  }
  const release = (id?: number) => {
    if (id === undefined || !held.delete(id)) clear(id)
  }
  Object.assign(window, { setTimeout: hold, clearTimeout: release, held })
}
const waiting = () => (window as unknown as { held: Map<number, () => void> }).held.size

test('a change that is heard just before a form is refused does not take the refused form away', async () => {
  const { page, wrong } = await openAs(staff.hatice)
  await page.addInitScript(holdRenewals)
  const listens = page.waitForResponse((response) => response.url().includes('/live?'))
  await page.goto(address())
  await listens
  await door.front.within(vuurtoren, (work) => work.notify(attentionTopic(staff.hatice)))
  await page.waitForFunction(waiting)
  await page.getByLabel('Woord').fill('x')
  await page.getByRole('button', { name: 'Stuur' }).click()
  await page.getByText('Dat is geen woord.').waitFor()
  expect(await page.evaluate(waiting)).toBe(0)
  expect(wrong.filter((line) => !line.includes('422'))).toEqual([])
})
