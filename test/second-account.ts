import { addPeople } from '#products/school/people/adding.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { setFirstPassword } from '#shared/identity/passwords.ts'
import type { FrontDoor } from './front-door.ts'
import { addressOf, PASSWORD, world } from './world.ts'

/** Gives somebody another account, as somebody of De Zeester (`zeester.localhost`), with the same password. */
export const accountAtZeester = async (front: FrontDoor, key: string): Promise<void> => {
  const { zeester } = world
  const [person] = await front.within(zeester, (work) =>
    addPeople(work, [{ record: { givenName: 'Dubbelq', surname: 'Zeesterq' } }]),
  )
  const account = await addAccount(front.parts, {
    address: addressOf(key),
    language: 'nl',
    persons: [{ organisation: zeester, person: person! }],
  })
  await front.within(zeester, async (work) => {
    await actAsAccount(work, account)
    await setFirstPassword(work, front.parts.ring, account, PASSWORD)
  })
}
