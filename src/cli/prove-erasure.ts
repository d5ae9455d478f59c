import { type Proof, proveErasure } from '#shared/backup/prove-erasure.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { type Command, WrongUse } from './command.ts'
import { optionsOf } from './options.ts'
import '../app.ts'

const inWords = (proof: Proof): string[] => [
  proof.erasedOn ? `Erased on ${proof.erasedOn.slice(0, 10)}.` : 'The key of this person is not destroyed here.',
  `Sealed in the backup of ${proof.made}: ${proof.unreadable} values and ${proof.files.unreadable} files that do not open.`,
  ...proof.opens.map(({ table, column, values }) => `OPENS: ${table}.${column}, ${values} values`),
  ...(proof.files.opens > 0 ? [`OPENS: ${proof.files.opens} files`] : []),
  ...proof.remains.map(({ table, rows, unsealed, hashed, underAnothersKey, from, to }) =>
    [
      `Remains in ${table}: ${rows} rows${from ? ` from ${from} to ${to}` : ''}, not sealed: ${unsealed.join(', ')}`,
      ...(hashed.length > 0 ? [`hashed: ${hashed.join(', ')}`] : []),
      ...(underAnothersKey > 0 ? [`sealed under the key of somebody else: ${underAnothersKey} values`] : []),
    ].join('; '),
  ),
  proof.olderKeysUntil
    ? `A copy of the keys from before the erasure could still be unwrapped until the epoch key is renewed, on ${proof.olderKeysUntil} at the latest.`
    : 'The epoch key was renewed since: a copy of older keys does not unwrap any more.',
  proof.proven ? 'PROVEN: nothing sealed of this person opens.' : 'NOT PROVEN.',
]

/** Shows that a backup cannot reveal somebody who was erased. */
export const proveErasureCommand: Command = {
  name: 'privacy prove-erasure',
  summary: 'show that nothing sealed of an erased person opens in a backup, and list what remains',
  usage: '--person ID --backup DIR [--keys DIR] [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, {
      person: { type: 'string' },
      backup: { type: 'string' },
      keys: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const { backup, keys } = values
    const person = values.person?.toLowerCase()
    if (!person || !backup) throw new WrongUse()
    const { connections } = await context.database()
    const ring = KeyRing.open(ringPath(context.configuration.dataDir))
    const proof = await asOwner(connections.owner, (client) => proveErasure({ client, ring, person, backup, keys }))
    if (values.json) context.print(JSON.stringify(proof))
    else for (const line of inWords(proof)) context.print(line)
    return proof.proven ? 0 : 1
  },
}
