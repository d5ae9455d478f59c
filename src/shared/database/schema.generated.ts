// Made from the migrated schema by generate-types.ts; bin/check says when it is out of date.
import type { ColumnType, Generated } from 'kysely'
import type { Sealed, SealedRecords } from '#shared/vault/sealed.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export interface AccountTable {
  id: Generated<string>
  address: Sealed<SealedRecords['account.address']>
  address_hash: string
  language: Generated<string>
  created_at: Generated<Date>
  last_active_on: Generated<string>
}

export interface AccountKeyTable {
  account_id: string
  id: string
  wrapped: string
  generation: number
}

export interface AccountPersonTable {
  account_id: string
  organisation_id: string
  person_id: string
  created_at: Generated<Date>
}

export interface AuditCheckpointTable {
  organisation_id: ColumnType<string, never, never>
  month: string
  sequence: number
  hash: string
}

export interface AuditLineTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  at: Generated<Date>
  person_id: string | null
  action: string
  place: string
  subjects: Generated<string[]>
  kinds: Generated<string[]>
  sequence: number | null
  hash: string | null
}

export interface ClosedDaysTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  kind: string
  name: string
  from_on: string
  to_on: string
}

export interface DisclosureSubjectTable {
  organisation_id: ColumnType<string, never, never>
  subject_id: string
  at: Date
  line_id: string
}

export interface FileTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  subject_id: string
  purpose: string
  bytes: number
  created_at: Generated<Date>
  expires_at: Date
}

export interface GroupPupilTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  pupil_id: string
  year: string | null
  from_on: string
  to_on: string | null
}

export interface GroupTeacherTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  person_id: string
  weekdays: Generated<number[]>
  from_on: string
  to_on: string | null
}

export interface GuardianshipTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  pupil_id: string
  guardian_id: string
  authority: string
  lives_with: Generated<boolean>
  may_be_contacted: Generated<boolean>
  may_collect: Generated<boolean>
  information_only: Generated<boolean>
  call_order: Generated<number>
  details: Sealed<SealedRecords['guardianship.details']>
  from_on: Generated<string>
  to_on: string | null
}

export interface GuardianshipRestrictionTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  guardianship_id: string
  kind: string
  from_on: string
  to_on: string | null
  evidence_seen_by: string
  evidence_seen_on: string
  note: Sealed<SealedRecords['guardianship_restriction.note']> | null
}

export interface HostTable {
  name: string
  organisation_id: string
}

export interface InvitationTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  person_id: string
  code_hash: string
  created_by: string | null
  created_at: Generated<Date>
  expires_at: Date
  ended_at: Date | null
  accepted: Generated<boolean>
}

export interface OrganisationTable {
  id: Generated<string>
  kind: string
  board_id: string | null
  name: string
  mark: Generated<string>
  hue: Generated<number>
  chroma: Generated<number>
  language: Generated<string>
  created_at: Generated<Date>
}

export interface PersonTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  state: Generated<string>
  protected: Generated<boolean>
  record: Sealed<SealedRecords['person.record']>
  created_at: Generated<Date>
  left_on: string | null
}

export interface PersonRoleTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  role: string
  from_on: Generated<string>
  to_on: string | null
}

export interface ProtectedReaderTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  reader_id: string
  decided_by: string | null
  decided_at: Generated<Date>
}

export interface RosterImportTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  file_id: string | null
  created_by: string | null
  created_at: Generated<Date>
  state: string
  applied_at: Date | null
  report: Json
}

export interface SchoolTable {
  organisation_id: ColumnType<string, never, never>
  brin: string | null
  cut_off: Generated<string>
}

export interface SchoolGroupTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  school_year_id: string
  kind: string
  name: string
  year: string | null
  source_key: string | null
}

export interface SchoolHoursTable {
  organisation_id: ColumnType<string, never, never>
  weekday: number
  starts: string
  noon: Generated<string>
  ends: string
}

export interface SchoolYearTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  starts_on: string
  ends_on: string
}

export interface SessionTable {
  token_hash: string
  account_id: string
  organisation_id: string
  person_id: string
  strong: boolean
  device: string
  language: string
  created_at: Generated<Date>
  seen_at: Generated<Date>
  expires_at: Date
}

export interface VaultGenerationTable {
  id: number
  created_at: Generated<Date>
}

export interface VaultKeyTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  subject_id: string
  wrapped: string | null
  generation: number | null
  created_at: Generated<Date>
  destroyed_at: Date | null
}

export interface Database {
  account: AccountTable
  account_key: AccountKeyTable
  account_person: AccountPersonTable
  audit_checkpoint: AuditCheckpointTable
  audit_line: AuditLineTable
  closed_days: ClosedDaysTable
  disclosure_subject: DisclosureSubjectTable
  file: FileTable
  group_pupil: GroupPupilTable
  group_teacher: GroupTeacherTable
  guardianship: GuardianshipTable
  guardianship_restriction: GuardianshipRestrictionTable
  host: HostTable
  invitation: InvitationTable
  organisation: OrganisationTable
  person: PersonTable
  person_role: PersonRoleTable
  protected_reader: ProtectedReaderTable
  roster_import: RosterImportTable
  school: SchoolTable
  school_group: SchoolGroupTable
  school_hours: SchoolHoursTable
  school_year: SchoolYearTable
  session: SessionTable
  vault_generation: VaultGenerationTable
  vault_key: VaultKeyTable
}

/** Tables in which every row belongs to one organisation. */
export const tenantTables: ReadonlySet<string> = new Set([
  'audit_checkpoint',
  'audit_line',
  'closed_days',
  'disclosure_subject',
  'file',
  'group_pupil',
  'group_teacher',
  'guardianship',
  'guardianship_restriction',
  'invitation',
  'person',
  'person_role',
  'protected_reader',
  'roster_import',
  'school',
  'school_group',
  'school_hours',
  'school_year',
  'vault_key',
])
