import type pg from 'pg'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import type { FileStore } from '#shared/files/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { writeAccountLife } from './account-life.ts'
import { writeMicrosoft } from './microsoft/demo-tenant.ts'
import { partsOf } from './part.ts'
import type { DemoOrganisation } from './types.ts'
import { demoWorld } from './world.ts'
import { writeAttention } from './write-attention.ts'
import { writeComplaints } from './write-complaints.ts'
import { writeConsents } from './write-consents.ts'
import { writeContracts } from './write-contracts.ts'
import { writeConversations } from './write-conversations.ts'
import { writeCopies } from './write-copies.ts'
import { writeDays } from './write-days.ts'
import { writeIncidents } from './write-incidents.ts'
import { writeInvitations } from './write-invitations.ts'
import { writeLooks } from './write-looks.ts'
import { writeM365 } from './write-m365.ts'
import { writeMessages } from './write-messages.ts'
import { writeMustReads } from './write-must-reads.ts'
import { writeNews } from './write-news.ts'
import { type MadeAccounts, writeAccounts, writePeople } from './write-people.ts'
import { writePlan } from './write-plan.ts'
import { writePrivacy } from './write-privacy.ts'
import { writeRecovery } from './write-recovery.ts'
import { writeRequests } from './write-requests.ts'
import { writeResults } from './write-results.ts'
import { writeRetention } from './write-retention.ts'
import { writeReviews } from './write-reviews.ts'
import { writeFacts, writeGroups } from './write-school.ts'
import { writeSiteForms } from './write-site-forms.ts'
import { writeStatistics } from './write-statistics.ts'
import { writeTeamNews } from './write-team-news.ts'
import { writeTerms } from './write-terms.ts'
import { writeTiles } from './write-tiles.ts'
import { writeUwlr } from './write-uwlr.ts'
import { writeWebsite } from './write-website.ts'
import { writeWindows } from './write-windows.ts'

const PLACE = 'demo world'

/**
 * Writes the demo world of a day into a migrated database, and throws away whatever stood in it before: only for a
 * database that is the demo's own. Without `files` there are no drawings. Every id but those of accounts and school years is the same at every writing.
 * database that is the demo's own. Without `files` the sites have no drawings. Every id but those of accounts and school years is the same at every writing.
 */
export const writeDemoWorld = async (
  owner: OwnerConnection,
  ground: Ground,
  today: string,
  files?: FileStore,
): Promise<void> => {
  const parts = partsOf(demoWorld(today))
  await asOwner(owner, async (client) => {
    await client.query('truncate organisation, account, vault_generation cascade')
    ground.memory.clear()
    await registerGeneration(client, ground.ring)
    for (const { organisation } of parts) await found(client, organisation)
  })
  const accounts: MadeAccounts = new Map()
  for (const part of parts) {
    await asSystem(ground, part.organisation.id, PLACE, async (work) => {
      if (part.organisation.school) await writeFacts(work, part.organisation.school)
      await writePeople(work, part)
      await writeGroups(work, part)
      await writeDays(work, part)
      await writeAttention(work, part)
      await writeAccounts(work, ground.ring, part, accounts)
      await writeInvitations(work, part, accounts)
      await writeAccountLife(work, part)
      await writeRecovery(work, part)
      await writeTerms(work, part)
      await writeConsents(work, part)
      await writePlan(work, part)
      await writeSiteForms(work, part)
      await writeWebsite(work, part, files)
      await writeConversations(work, part)
      await writeMustReads(work, part)
      await writeTeamNews(work, part)
      await writeResults(work, part)
      await writeTiles(work, part)
      await writeUwlr(work, part)
      await writeNews(work, part, files)
      await writeMessages(work, part)
      await writeRequests(work, part)
      await writeStatistics(work, part)
      await writeReviews(work, part)
      await writeLooks(work, part)
      await writeRetention(work, part)
      await writeCopies(work, part)
      await writeContracts(work, part)
      await writeWindows(work, part)
      await writeIncidents(work, part)
      await writeMicrosoft(work, ground.ring, part, accounts)
      await writeM365(work, ground.ring, part)
      // Making people up is no look at them.
      work.disclosure.subjects.clear()
    })
    await writePrivacy(ground, part)
  }
  await writeComplaints(ground, parts, PLACE)
}

const found = (owner: pg.ClientBase, { id, kind, boardId, name, host, mark, hue, chroma }: DemoOrganisation) =>
  foundOrganisation(owner, {
    id,
    kind,
    ...(boardId ? { boardId } : {}),
    name,
    hosts: [`${host}.localhost`],
    mark: mark === 'neutral' ? 'square' : mark,
    hue,
    chroma,
  })
