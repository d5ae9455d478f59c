import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { rotate } from '#shared/vault/rotation.ts'
import { vaultStatus } from '#shared/vault/status.ts'
import type { Command, Context } from './command.ts'
import { optionsOf } from './options.ts'

const ringOf = ({ configuration }: Context) => KeyRing.open(ringPath(configuration.dataDir))

/** Renews the epoch key, the master key or both; safe beside a running start, and again after it broke off. */
export const vaultRotateCommand: Command = {
  name: 'vault rotate',
  summary: 'renew the keys above the data keys: the epoch key, the master key or both',
  usage: '[--master] [--epoch] [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, {
      master: { type: 'boolean', default: false },
      epoch: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    })
    const { connections } = await context.database()
    const what = { master: values.master, epoch: values.epoch || !values.master }
    let keys = 0
    const generation = await rotate(connections.owner, ringOf(context), what, (step) => {
      if (step.step === 'wrapped') keys += step.keys
    })
    if (values.json) context.print(JSON.stringify({ generation, keys }))
    else context.print(`Generation ${generation} wraps all ${keys} keys; the older ones are shredded.`)
    return 0
  },
}

/** Says which generations there are, how many keys each wraps, and how old the epoch key is. */
export const vaultStatusCommand: Command = {
  name: 'vault status',
  summary: 'say how many keys there are and how old the epoch key is',
  usage: '[--json]',
  async run(context, args) {
    const { values } = optionsOf(args, { json: { type: 'boolean', default: false } })
    const { connections } = await context.database()
    const status = await vaultStatus(connections.owner, ringOf(context), new Date())
    if (values.json) {
      context.print(JSON.stringify(status))
      return 0
    }
    for (const { id, current, keys } of status.generations)
      context.print(`generation ${id}${current ? ' (current)' : ''}: ${keys} living keys`)
    context.print(`tombstones: ${status.tombstones}`)
    context.print(`epoch key: ${status.epochDays} days old${status.epochOverdue ? ', overdue' : ''}`)
    return 0
  },
}
