// Made from the migrated schema by generate-types.ts; bin/check says when it is out of date.
import type { ColumnType, Generated } from 'kysely'
import type { Sealed, SealedRecords } from '#shared/vault/sealed.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

interface AbsenceTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  pupil_id: string
  from_on: string
  to_on: string | null
  from_time: string | null
  until_time: string | null
  reason: Sealed<SealedRecords['absence.reason']>
  word: Sealed<SealedRecords['absence.word']> | null
  via: string
  reporter_id: string | null
  noted_by: string | null
  reported_at: Date
  request_key: string
  withdrawn_at: Date | null
  decision: Sealed<SealedRecords['absence.decision']> | null
  decided_by: string | null
  decided_at: Date | null
  handed_over_at: Date | null
}

interface AbsenceCallTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  pupil_id: string
  on_day: string
  guardian_id: string
  called_by: string | null
  called_at: Date
  outcome: string
}

interface AccessReviewTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  started_by: string | null
  started_at: Date
  finished_by: string | null
  finished_at: Date | null
  people: number | null
  ended: number | null
  left_open: number | null
  state_hash: string | null
}

interface AccessReviewItemTable {
  organisation_id: ColumnType<string, never, never>
  review_id: string
  person_id: string
  kind: string
  what: string
  since: string
  decision: string | null
  decided_by: string | null
  decided_at: Date | null
}

interface AccountTable {
  id: Generated<string>
  address: Sealed<SealedRecords['account.address']>
  address_hash: string
  language: Generated<string>
  created_at: Generated<Date>
  last_active_on: Generated<string>
}

interface AccountEventTable {
  id: string
  account_id: string
  organisation_id: string
  at: Date
  what: string
  former: Sealed<SealedRecords['account_event.former']> | null
}

interface AccountKeyTable {
  account_id: string
  id: string
  wrapped: string
  generation: number
}

interface AccountLinkTable {
  id: string
  account_id: string
  organisation_id: string
  purpose: string
  token_hash: string
  address: Sealed<SealedRecords['account_link.address']> | null
  created_at: Date
  expires_at: Date
  ended_at: Date | null
}

interface AccountPersonTable {
  account_id: string
  organisation_id: string
  person_id: string
  created_at: Generated<Date>
}

interface AccountRecoveryTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  lost: string
  seen: string
  state: string
  started_by: string
  started_at: Date
  decided_by: string | null
  decided_at: Date | null
  code_hash: string | null
  expires_at: Date
  ended_at: Date | null
}

interface AttendanceMarkTable {
  organisation_id: ColumnType<string, never, never>
  pupil_id: string
  on_day: string
  state: string
  arrived_at: string | null
  marked_by: string | null
  marked_at: Date
  handed_over_at: Date | null
}

interface AttentionChoiceTable {
  account_id: string
  digest_hour: Generated<number>
  digest_at: Date | null
  mail: Generated<string[]>
  push: Generated<string[]>
}

interface AttentionHoursTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  weekday: number
  from_time: string
  until_time: string
}

interface AttentionItemTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  module: string
  subject_id: string
  class: string
  answer_by: string | null
  given_at: Date
  from_at: Date
  until_at: Date
  read_at: Date | null
  answered_at: Date | null
  told_at: Date | null
  reminded_at: Date | null
  letter_batch: string | null
}

interface AuditCheckpointTable {
  organisation_id: ColumnType<string, never, never>
  month: string
  sequence: number
  hash: string
}

interface AuditLineTable {
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
  role: string | null
  about: string | null
}

interface AuditVerificationTable {
  organisation_id: ColumnType<string, never, never>
  verified_at: Date
  lines: number
  sequence: number
  hash: string
  broken: number | null
}

interface BreakGlassTable {
  id: string
  supplier_id: string
  customer_id: string
  person_id: string
  kinds: string[]
  reason: string
  asked_by: string
  asked_at: Date
  given_by: string | null
  given_at: Date | null
}

interface ClosedDaysTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  kind: string
  name: string
  from_on: string
  to_on: string
}

interface ComplaintPostTable {
  id: Generated<string>
  complaint_id: string
  from_organisation: string
  to_organisation: string
  what: string
  content: Sealed<SealedRecords['complaint_post.content']> | null
  sent_at: Generated<Date>
}

interface ComplaintReceivedTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  from_organisation: string
  content: Sealed<SealedRecords['complaint_received.content']>
  received_on: string
  due_on: string
  answer: Sealed<SealedRecords['complaint_received.answer']> | null
  answered_at: Date | null
  answered_by: string | null
  reminded_at_days: number | null
}

interface ComplaintToSupplierTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  asked_by: string
  supplier_id: string
  words: Sealed<SealedRecords['complaint_to_supplier.words']>
  sent_at: Date
  due_on: string
  answer: Sealed<SealedRecords['complaint_to_supplier.answer']> | null
  answered_at: Date | null
}

interface ConsentAgeTable {
  organisation_id: ColumnType<string, never, never>
  pupil_id: string
  sixteen_in: number | null
  own: boolean
  by_office: boolean
}

interface ConsentAnswerTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  purpose_id: string
  pupil_id: string
  person_id: string
  number: number
  language: string
  text_hash: string
  yes: boolean
  withdraws: boolean
  channel: string
  given_on: string
  recorded_by: string | null
  recorded_at: Date
  ended_at: Date | null
}

interface ConsentGrantedTable {
  organisation_id: ColumnType<string, never, never>
  purpose_id: string
  pupil_id: string
}

interface ConsentPurposeTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  template: string
  audience: string
  rule: string
  pictures: boolean
  position: number
  number: number
  asks_from: number
  created_by: string | null
  created_at: Date
  ended_by: string | null
  ended_at: Date | null
}

interface ConsentReminderTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  sent_by: string | null
  sent_at: Date
  mails: number
  letters: number
}

interface ConsentTextTable {
  organisation_id: ColumnType<string, never, never>
  purpose_id: string
  number: number
  words: Json
  asks_again: boolean
  published_by: string | null
  published_at: Date
}

interface ContractTable {
  customer_id: string
  product: string
  began_on: string
  noticed_at: Date | null
  ends_on: string | null
  destroyed_from: Generated<string | null>
  held_for: string | null
  held_at: Date | null
  destroying_at: Date | null
  rows_gone: Generated<number>
  keys_gone: Generated<number>
  destroyed_at: Date | null
  certificate: Json | null
}

interface ConversationBookingTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  round_id: string
  slot_id: string
  pupil_id: string
  side: string
  by_video: boolean
  via: string
  booked_by: string | null
  booked_at: Date
}

interface ConversationDeedTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  request_key: string
  done_at: Date
}

interface ConversationGuestTable {
  organisation_id: ColumnType<string, never, never>
  guardian_id: string
  at: Date
  booking_id: string
}

interface ConversationNoticeTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  round_id: string
  pupil_id: string
  kind: string
  was_at: Date
  now_at: Date | null
  told_at: Date
}

interface ConversationPlaceTable {
  organisation_id: ColumnType<string, never, never>
  round_id: string
  group_id: string
  room: string | null
  video_url: string | null
}

interface ConversationRoundTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  title: string
  minutes: number
  siblings_at: Date
  opens_at: Date
  closes_at: Date
  apart: string
  door_names: boolean
  video: boolean
  request_key: string
}

interface ConversationSeatTable {
  organisation_id: ColumnType<string, never, never>
  teacher_id: string
  at: Date
  slot_id: string
}

interface ConversationSlotTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  round_id: string
  group_id: string
  starts_at: Date
  ends_at: Date
  closed_at: Date | null
}

interface ConversationSwapTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  offered_booking: string
  wanted_booking: string
  asked_by: string
  asked_at: Date
}

interface ConversationWaitTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  round_id: string
  pupil_id: string
  guardian_id: string
  since: Date
  offered_slot: string | null
  offered_until: Date | null
}

interface ConversationWishTable {
  organisation_id: ColumnType<string, never, never>
  round_id: string
  pupil_id: string
  guardian_id: string
  wish: string
  wished_at: Date
}

interface DataCopyTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  asked_by: string
  asked_at: Date
  state: string
  step: Generated<number>
  reviewed_by: string | null
  reviewed_at: Date | null
  file_id: string | null
  bytes: number | null
  ready_at: Date | null
  expires_at: Date | null
}

interface DataCopyTextTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  copy_id: string
  place: string
  released: Sealed<SealedRecords['data_copy_text.released']>
}

interface DisclosureSubjectTable {
  organisation_id: ColumnType<string, never, never>
  subject_id: string
  at: Date
  line_id: string
  viewer_id: string | null
}

interface FiguresSwitchTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  allowed: boolean
  decided_by: string
  decided_at: Date
}

interface FileTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  subject_id: string
  purpose: string
  bytes: number
  created_at: Generated<Date>
  expires_at: Date
}

interface GroupPupilTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  pupil_id: string
  year: string | null
  from_on: string
  to_on: string | null
}

interface GroupTeacherTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  person_id: string
  weekdays: Generated<number[]>
  from_on: string
  to_on: string | null
}

interface GuardianImportTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  file_id: string | null
  created_by: string | null
  created_at: Generated<Date>
  state: string
  applied_at: Date | null
  mapping: Json
  report: Json | null
}

interface GuardianshipTable {
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

interface GuardianshipRestrictionTable {
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

interface HopTokenTable {
  token_hash: string
  account_id: string
  organisation_id: string
  strong: boolean
  confirmed_at: Date | null
  tenant_id: string | null
  tenant_strong: boolean
  expires_at: Date
}

interface HostTable {
  name: string
  organisation_id: string
  main: Generated<boolean>
  redirects: Generated<boolean>
}

interface HostClaimTable {
  organisation_id: ColumnType<string, never, never>
  name: string
  token: string
  claimed_at: Date
  checked_at: Date | null
  answer: string | null
  proven_at: Date | null
  points_at: Generated<string[]>
}

interface ImageTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  subject_id: string
  kind: string
  created_at: Generated<Date>
  created_by: string | null
}

interface ImageFileTable {
  organisation_id: ColumnType<string, never, never>
  image_id: string
  variant: string
  type: string
  file_id: string
  bytes: number
}

interface IncidentTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  reported_by: string | null
  reported_at: Date
  seen_at: Date
  found_at: Date
  rehearsal: boolean
  breach: string | null
  cause: string | null
  natures: Generated<string[]>
  kinds: Generated<string[]>
  people: Generated<string[]>
  group_size: number | null
  risk: string | null
  words: Sealed<SealedRecords['incident.words']>
  closed_at: Date | null
  request_key: string
  reminded_at_hours: number | null
}

interface IncidentAffectedTable {
  organisation_id: ColumnType<string, never, never>
  incident_id: string
  person_id: string
  kinds: string[]
}

interface IncidentLinkTable {
  organisation_id: ColumnType<string, never, never>
  incident_id: string
  other_organisation: string
  other_incident: string
  came: boolean
  passed_at: Date
  found: number | null
}

interface IncidentSearchTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  incident_id: string
  source: string
  viewer_id: string | null
  about: string | null
  from_at: Date | null
  until_at: Date | null
  kinds: string[]
  table_name: string | null
  found: number
  made_at: Date
  made_by: string | null
}

interface IncidentStepTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  incident_id: string
  number: number
  step: string
  previous: Generated<number | null>
  done_at: Date
  done_by: string | null
  needed: Generated<boolean>
  words: Sealed<SealedRecords['incident_step.words']>
}

interface IncidentToldTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  incident_id: string
  whom: string
  told: boolean
  decided_at: Date
  decided_by: string | null
  words: Sealed<SealedRecords['incident_told.words']>
}

interface InformationRequestTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  guardian_id: string
  request: Sealed<SealedRecords['information_request.request']>
  created_at: Generated<Date>
  handled_at: Date | null
  handled_by: string | null
  outcome: string | null
  answer: Sealed<SealedRecords['information_request.answer']> | null
}

interface InvitationTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  person_id: string
  code_hash: string
  created_by: string | null
  created_at: Generated<Date>
  expires_at: Date
  ended_at: Date | null
  accepted: Generated<boolean>
  channel: Generated<string>
  round_id: string | null
  mail: string | null
  asked_again_at: Date | null
  parted_at: Date | null
  parted_by: string | null
  moved_from: string | null
  moved_to: string | null
  moved: string[] | null
}

interface InvitationRoundTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  request_key: string
  whom: string
  group_id: string | null
  channel: string
  started_by: string
  started_at: Date
  finished_at: Date | null
  planned: number
  letters: Generated<number>
  mails: Generated<number>
}

interface KnownDeviceTable {
  account_id: string
  device_hash: string
  expires_at: Date
  device: Generated<string>
  seen_at: Generated<Date>
}

interface LetterLanguageTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  choice: Sealed<SealedRecords['letter_language.choice']>
}

interface LookAlarmTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  kind: string
  viewer_id: string
  role: string
  from_at: Date
  to_at: Date
  files: number
  subject_id: string | null
  raised_at: Date
  asked_by: string | null
  asked_at: Date | null
  question_by: string | null
  question_at: Date | null
  explanation: Sealed<SealedRecords['look_alarm.explanation']> | null
  explained_at: Date | null
  conclusion: Sealed<SealedRecords['look_alarm.conclusion']> | null
  reviewed_by: string | null
  reviewed_at: Date | null
}

interface LookSettingTable {
  organisation_id: ColumnType<string, never, never>
  staff_names: boolean
  changed_by: string
  changed_at: Date
}

interface LookUsualTable {
  organisation_id: ColumnType<string, never, never>
  role: string
  files: number
  days: number
  computed_at: Date
}

interface LookWatchTable {
  organisation_id: ColumnType<string, never, never>
  sequence: number
}

interface M365AccountTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  object_id: string
  state: string
  origin: string
  written: Sealed<SealedRecords['m365_account.written']>
  starter: Sealed<SealedRecords['m365_account.starter']> | null
  starter_at: Date | null
  licence: string | null
  kept: Generated<string[]>
  made_at: Date
  blocked_on: string | null
  removed_on: string | null
}

interface M365ErasureTable {
  organisation_id: ColumnType<string, never, never>
  object_id: string
  asked_at: Date
  done_at: Date | null
}

interface M365GroupTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  kind: string
  school_group_id: string | null
  alias: string
  object_id: string | null
  written_name: string | null
  kept: Generated<boolean>
  team: Generated<string>
  operation: string | null
  made_at: Date | null
  archived_on: string | null
  closed_on: string | null
}

interface M365MemberTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  person_id: string
  owner: boolean
  kept: Generated<boolean>
  written_at: Date
}

interface M365PlanTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  state: string
  cause: string
  made_at: Date
  made_by: string | null
  approved_at: Date | null
  approved_by: string | null
  held: string | null
  problem: string | null
  resume_at: Date | null
  tries: Generated<number>
  ended_at: Date | null
}

interface M365ResetTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  asked_by: string | null
  asked_at: Date
  state: string
  problem: string | null
  secret: Sealed<SealedRecords['m365_reset.secret']> | null
  done_at: Date | null
}

interface M365SetupTable {
  organisation_id: ColumnType<string, never, never>
  consented_at: Date | null
  checked_at: Date | null
  given: Generated<string[]>
  problem: string | null
  domain: string | null
  domains: Generated<string[]>
  skus: Generated<Json>
  pupil_pattern: Generated<string>
  staff_pattern: Generated<string>
  pupil_sku: string | null
  staff_sku: string | null
  makes_staff: Generated<boolean>
  makes_teams: Generated<boolean>
  group_prefix: Generated<string>
  by_itself: Generated<boolean>
  max_removals: Generated<number>
  max_share: Generated<number>
  keep_blocked_days: Generated<number>
  teachers_keep_days: Generated<number>
  lease: string | null
  lease_until: Date | null
  changed_at: Date
}

interface M365StepTable {
  organisation_id: ColumnType<string, never, never>
  plan_id: string
  id: number
  phase: number
  action: string
  category: string | null
  reason: string
  person_id: string | null
  group_id: string | null
  detail: Sealed<SealedRecords['m365_step.detail']> | null
  group_name: string | null
  state: string
  problem: string | null
  done_at: Date | null
}

interface MessageTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  thread_id: string
  kind: string
  author_id: string
  from_school: boolean
  to_id: string | null
  sent_at: Date
  record: Sealed<SealedRecords['message.record']> | null
  corrected_at: Date | null
  answer_by: string | null
  answered_at: Date | null
  request_key: string | null
}

interface MessageFileTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  message_id: string
  thread_id: string
  kind: string
  bytes: number
  record: Sealed<SealedRecords['message_file.record']>
}

interface MessageMemberTable {
  organisation_id: ColumnType<string, never, never>
  thread_id: string
  guardian_id: string
  pupil_id: string
  group_id: string | null
  is_current: boolean
}

interface MessageReportTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  message_id: string
  thread_id: string
  reporter_id: string
  reported_at: Date
  reason: Sealed<SealedRecords['message_report.reason']>
  handled_by: string | null
  handled_at: Date | null
}

interface MessageRulesTable {
  organisation_id: ColumnType<string, never, never>
  answer_within: number | null
  team_from: string | null
  team_until: string | null
  urgent_roles: Generated<string[]>
  week_most: number | null
  family_from: string | null
  family_until: string | null
}

interface MessageSeenTable {
  organisation_id: ColumnType<string, never, never>
  thread_id: string
  person_id: string
  read_to: Date
  seen_at: Date
}

interface MessageThreadTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  kind: string
  group_id: string | null
  answers_id: string | null
  owner_id: string | null
  shared: Generated<boolean>
  begun_at: Date
  last_at: Date
  waits_since: Date | null
  promised_on: string | null
  closed_at: Date | null
}

interface MessageWishTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  guardian_id: string
  other_id: string
  asked_at: Date
}

interface MicrosoftConnectionTable {
  organisation_id: ColumnType<string, never, never>
  tenant_id: string
  client_id: string
  secret: Sealed<SealedRecords['microsoft_connection.secret']>
  trusts_mfa: boolean
  changed_at: Date
  secret_ends_on: string | null
}

interface MicrosoftIdentityTable {
  identity_hash: string
  account_id: string
  tenant_id: string
  created_at: Date
}

interface MovePackageTable {
  id: string
  from_organisation: string
  to_organisation: string
  code_hash: string
  protected: boolean
  content: Sealed<SealedRecords['move_package.content']> | null
  made_at: Date
  expires_at: Date
  taken_at: Date | null
}

interface MustReadTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  author_id: string | null
  roles: string[]
  due_on: string
  version: number
  begun_at: Date
  closed_at: Date | null
  reminded_on: string | null
  request_key: string
}

interface MustReadReadingTable {
  organisation_id: ColumnType<string, never, never>
  must_read_id: string
  version: number
  person_id: string
  asked_at: Date
  confirmed_at: Date | null
}

interface MustReadVersionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  must_read_id: string
  version: number
  words: Sealed<SealedRecords['must_read_version.words']>
  words_hash: string
  published_at: Date
}

interface NewsTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  author_id: string | null
  whole_school: boolean
  class: string
  answer_by: string | null
  words: Sealed<SealedRecords['news.words']>
  state: string
  publish_at: Date | null
  published_at: Date | null
  expires_on: string | null
  pinned: boolean
  corrected_at: Date | null
  from_board: string | null
  changed_at: Date
  request_key: string | null
}

interface NewsFileTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  news_id: string
  stored_file_id: string
  chosen_at: Date
}

interface NewsForSchoolsTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  author_id: string | null
  class: string
  words: Sealed<SealedRecords['news_for_schools.words']>
  schools: string[]
  sent_at: Date
  request_key: string
}

interface NewsGroupTable {
  organisation_id: ColumnType<string, never, never>
  news_id: string
  group_id: string
}

interface NewsPhotoTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  news_id: string
  image_id: string
  chosen_at: Date
  alt: Sealed<SealedRecords['news_photo.alt']>
  people: number | null
}

interface NewsPhotoPupilTable {
  organisation_id: ColumnType<string, never, never>
  photo_id: string
  pupil_id: string
  may: boolean
}

interface NewsPostTable {
  id: string
  from_organisation: string
  to_organisation: string
  class: string
  content: Sealed<SealedRecords['news_post.content']>
  sent_at: Date
}

interface NewsReactionTable {
  organisation_id: ColumnType<string, never, never>
  news_id: string
  person_id: string
  reaction: string
  at: Date
}

interface NewsReadTable {
  organisation_id: ColumnType<string, never, never>
  news_id: string
  person_id: string
  at: Date
  confirmed: boolean
}

interface NewsVersionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  news_id: string
  words: Sealed<SealedRecords['news_version.words']>
  until_at: Date
}

interface NoAccountTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  asked_at: Date
  ends_at: Date
  ended_at: Date | null
}

interface OrganisationTable {
  id: Generated<string>
  kind: string
  board_id: string | null
  name: string
  mark: Generated<string>
  hue: Generated<number>
  chroma: Generated<number>
  language: Generated<string>
  created_at: Generated<Date>
  microsoft: Generated<string>
  logo: Json | null
  modules_off: Generated<string[]>
}

interface OwnTileTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  words: Sealed<SealedRecords['own_tile.words']>
  position: number
  removed_at: Date | null
}

interface PasskeyTable {
  id: string
  account_id: string
  host: string
  public_key: string
  counter: number
  transports: string[]
  name: Sealed<SealedRecords['passkey.name']>
  created_at: Date
  used_at: Date
}

interface PasswordTable {
  account_id: string
  hash: string
  changed_at: Date
}

interface PersonTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  state: Generated<string>
  protected: Generated<boolean>
  record: Sealed<SealedRecords['person.record']>
  created_at: Generated<Date>
  left_on: string | null
  access_version: Generated<number>
  merged_into: string | null
}

interface PersonRoleTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  role: string
  from_on: Generated<string>
  to_on: string | null
}

interface PlannedComposedPlaceTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  pupil_id: string
}

interface PlannedGroupTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  plan_id: string
  kind: string
  name: string
  year: string | null
  source_key: string | null
  by_hand: Generated<boolean>
}

interface PlannedPlaceTable {
  organisation_id: ColumnType<string, never, never>
  plan_id: string
  pupil_id: string
  group_id: string | null
  year: string | null
}

interface PlannedTeacherTable {
  organisation_id: ColumnType<string, never, never>
  group_id: string
  person_id: string
  weekdays: Generated<number[]>
}

interface PostTable {
  id: string
  number: Generated<number>
  from_organisation: string
  to_organisation: string
  kind: string
  content: Sealed<SealedRecords['post.content']>
  sent_at: Date
}

interface PrivacyChoiceTable {
  organisation_id: ColumnType<string, never, never>
  about: string
  number: number
  value: Json
  reason: string
  chosen_by: string | null
  chosen_at: Date
}

interface PrivacyStatementTable {
  organisation_id: ColumnType<string, never, never>
  number: number
  words: Json
  hash: string
  core_hash: string
  material: boolean
  published_at: Date
}

interface PrivacyStatementSeenTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  number: number
  seen_at: Date
}

interface ProcessingPublishedTable {
  controller_id: string
  hash: string
  lines: Json
  published_at: Date
}

interface ProcessingRestrictionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  ground: string
  began_on: string
  ends_on: string | null
  concerns: Generated<string[]>
}

interface ProtectedReaderTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  reader_id: string
  decided_by: string | null
  decided_at: Generated<Date>
}

interface PublishedFileTable {
  organisation_id: ColumnType<string, never, never>
  path: string
  type: string
  etag: string
  body: string
  moved_to: string | null
  title: string | null
  summary: string | null
  words: string | null
  search: Generated<string | null>
  image_id: string | null
  variant: string | null
  file_id: string | null
}

interface PupilMoveTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  pupil_id: string
  to_organisation: string
  last_day: string
  offered_by: string | null
  offered_at: Date
  ended_at: Date | null
  accepted: Generated<boolean>
}

interface PupilMoveAnswerTable {
  organisation_id: ColumnType<string, never, never>
  move_id: string
  guardian_id: string
  allows: boolean
  contact: boolean
  noted_by: string | null
  answered_at: Date
}

interface PushSubscriptionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  session_hash: string
  endpoint_hash: string
  subscription: Sealed<SealedRecords['push_subscription.subscription']>
  made_at: Date
}

interface RecoveryCodeTable {
  account_id: string
  code_hash: string
}

interface ResultTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  test_id: string
  pupil_id: string
  source_hash: string
  record_hash: string
  record: Sealed<SealedRecords['result.record']>
  on_day: string
  published_at: Date | null
  taken_in_at: Date
}

interface ResultTestTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  source: string
  source_key: string
  goal: number | null
  due_on: string | null
}

interface RetentionDeviationTable {
  organisation_id: ColumnType<string, never, never>
  rule: string
  number: number
  years: number
  months: number
  days: number
  reason: string
  set_by: string | null
  set_at: Date
  ended_by: string | null
  ended_at: Date | null
}

interface RetentionFileTable {
  organisation_id: ColumnType<string, never, never>
  run_id: string
  file_id: string
}

interface RetentionHoldTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string | null
  rule: string | null
  reason: Sealed<SealedRecords['retention_hold.reason']>
  until_on: string
  set_by: string | null
  set_at: Date
  lifted_by: string | null
  lifted_at: Date | null
}

interface RetentionRunTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  as_of: Date
  started_at: Date
  state: string
  finished_at: Date | null
  due: number | null
  done: number | null
  held: number | null
  remaining: number | null
}

interface RetentionStepTable {
  organisation_id: ColumnType<string, never, never>
  run_id: string
  rule: string
  due: number
  held: number
  done: Generated<number>
  finished: Generated<boolean>
  remaining: number | null
}

interface RetentionWarningTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  goes_on: string
  warned_at: Date
}

interface RightsRequestTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  asked_by: string
  person_id: string | null
  kind: string
  way: string
  words: Sealed<SealedRecords['rights_request.words']>
  received_on: string
  due_on: string
  limit_on: string
  extended_at: Date | null
  entered_by: string | null
  identity_seen: string | null
  identity_by: string | null
  identity_at: Date | null
  state: Generated<string>
  ended_at: Date | null
  ended_by: string | null
  carry_out_on: string | null
  carried_out_at: Date | null
  reminded_at_days: number | null
  created_at: Date
}

interface RightsStepTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  request_id: string
  number: number
  what: string
  words: Sealed<SealedRecords['rights_step.words']> | null
  at: Date
  by_id: string | null
}

interface RosterImportTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  file_id: string | null
  created_by: string | null
  created_at: Generated<Date>
  state: string
  applied_at: Date | null
  report: Json
}

interface SchoolTable {
  organisation_id: ColumnType<string, never, never>
  brin: string | null
  cut_off: Generated<string>
  keeps_birth_dates: Generated<boolean>
  source_key: string | null
  photos_for_guardians: Generated<boolean>
  region: string | null
}

interface SchoolGroupTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  school_year_id: string
  kind: string
  name: string
  year: string | null
  source_key: string | null
  ended_on: string | null
  by_hand: Generated<boolean>
}

interface SchoolHoursTable {
  organisation_id: ColumnType<string, never, never>
  weekday: number
  starts: string
  noon: Generated<string>
  ends: string
  resumes: string | null
}

interface SchoolYearTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  starts_on: string
  ends_on: string
  in_force_from: string | null
}

interface SchoolYearPlanTable {
  organisation_id: ColumnType<string, never, never>
  id: Generated<string>
  starts_on: string
  takes_effect_on: string
  state: string
  changed_by: string | null
  changed_at: Date
  prepared_by: string | null
  prepared_at: Date | null
  in_force_at: Date | null
}

interface SessionTable {
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
  pending: Generated<boolean>
  confirmed_at: Generated<Date | null>
  tenant_id: string | null
  tenant_strong: Generated<boolean>
  tenant_session: string | null
}

interface SettingChangeTable {
  organisation_id: ColumnType<string, never, never>
  setting: string
  number: number
  before: Json
  after: Json
  changed_by: string | null
  changed_at: Date
}

interface SiteTable {
  organisation_id: ColumnType<string, never, never>
  theme: string
  tagline: Generated<string>
  address: Generated<string>
  phone: Generated<string>
  email: Generated<string>
  live: Generated<boolean>
  made_at: Date
}

interface SiteCountTable {
  organisation_id: ColumnType<string, never, never>
  day: string
  by_what: string
  value: string
  views: number
  visitors: number
}

interface SiteDocumentTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  title: string
  type: string
  bytes: number
  made_by: string | null
  made_at: Date
}

interface SiteEventTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  title: string
  text: Generated<string>
  place: Generated<string>
  from_on: string
  to_on: string
  starts: string | null
  ends: string | null
  made_by: string | null
  made_at: Date
}

interface SiteFormTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  slug: string
  kind: string
  state: Generated<string>
  sender: string
  title: string
  intro: string
  thanks: string
  fields: Json
  keep_months: number | null
  version: Generated<number>
  changed_by: string | null
  changed_at: Date
}

interface SiteFormRateTable {
  organisation_id: ColumnType<string, never, never>
  hour: Date
  who: string
  times: number
}

interface SiteFormReaderTable {
  organisation_id: ColumnType<string, never, never>
  form_id: string
  person_id: string
}

interface SitePageTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  parent_id: string | null
  kind: string
  slug: string
  position: Generated<number>
  in_menu: Generated<boolean>
  draft: number
  published: number | null
  published_at: Date | null
  publish_at: Date | null
  expires_on: string | null
  owner_id: string | null
  review_on: string | null
  made_at: Date
  removed_at: Date | null
}

interface SitePictureTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  alt: Generated<string>
  focus: Generated<number>
  children: Generated<string>
  width: number | null
  height: number | null
  made_by: string | null
  made_at: Date
}

interface SitePicturePupilTable {
  organisation_id: ColumnType<string, never, never>
  picture_id: string
  pupil_id: string
}

interface SiteRedirectTable {
  organisation_id: ColumnType<string, never, never>
  path: string
  page_id: string
  made_at: Date
}

interface SiteRevisionTable {
  organisation_id: ColumnType<string, never, never>
  page_id: string
  number: number
  previous: number | null
  content: Json
  made_by: string | null
  made_at: Date
  published_at: Date | null
  replaced_at: Date | null
}

interface SiteSaltTable {
  organisation_id: ColumnType<string, never, never>
  day: string
  salt: string
}

interface SiteSecurityContactTable {
  organisation_id: ColumnType<string, never, never>
  contact: string
  policy: string | null
  changed_by: string | null
  changed_at: Date
}

interface SiteSubmissionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  form_id: string
  sender_id: string | null
  language: string
  answers: Sealed<SealedRecords['site_submission.answers']>
  link_hash: string
  state: string
  held_because: string | null
  received_at: Date
  active_at: Date
  ends_on: string | null
  due_on: string | null
  limit_on: string | null
}

interface SiteSubmissionStepTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  submission_id: string
  number: number
  what: string
  words: Sealed<SealedRecords['site_submission_step.words']> | null
  at: Date
  by_id: string | null
  request_key: string | null
}

interface SiteVisitorTable {
  organisation_id: ColumnType<string, never, never>
  day: string
  visitor: string
}

interface StaffPhotoTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  image_id: string | null
  shown_to: Generated<string>
}

interface StoredFileTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  subject_id: string
  file_id: string
  type: string
  bytes: number
  name: Sealed<SealedRecords['stored_file.name']>
  created_at: Date
  created_by: string | null
}

interface SupportExportTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  asked_by: string
  asked_at: Date
  from_on: string
  until_on: string
  people: number
  given_by: string | null
  given_at: Date | null
  fetched_at: Date | null
}

interface SupportLookTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  window_id: string
  person_id: string
  viewer: Sealed<SealedRecords['support_look.viewer']>
  looked_at: Date
  kinds: string[]
}

interface SupportWindowTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  opened_by: string | null
  opened_as: string
  supplier_id: string
  kinds: string[]
  reason: string
  words: Sealed<SealedRecords['support_window.words']> | null
  opened_at: Date
  ends_at: Date
  closed_at: Date | null
  closed_by: string | null
}

interface SupportWindowListedTable {
  customer_id: string
  window_id: string
  supplier_id: string
  opened_at: Date
  ends_at: Date
  closed_at: Date | null
}

interface TeamNewsTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  author_id: string | null
  kind: string
  whole_text: boolean
  words: Sealed<SealedRecords['team_news.words']>
  published_at: Date
  last_at: Date
  request_key: string
}

interface TeamNewsReaderTable {
  organisation_id: ColumnType<string, never, never>
  news_id: string
  person_id: string
  given_at: Date
}

interface TeamNewsReplyTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  news_id: string
  author_id: string | null
  record: Sealed<SealedRecords['team_news_reply.record']>
  written_at: Date
  request_key: string
}

interface TermsAcceptanceTable {
  organisation_id: ColumnType<string, never, never>
  person_id: string
  audience: string
  number: number
  language: string
  text_hash: string
  accepted_at: Date
}

interface TermsBreachTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  kind: string
  record: Sealed<SealedRecords['terms_breach.record']>
  seen_by: string
  seen_on: string
  noted_by: string
  noted_at: Date
  read_at: Date | null
}

interface TermsDraftTable {
  organisation_id: ColumnType<string, never, never>
  audience: string
  words: Json
  revision: number
  changed_by: string | null
  changed_at: Date
}

interface TermsObjectionTable {
  organisation_id: ColumnType<string, never, never>
  restriction_id: string
  person_id: string
  words: Sealed<SealedRecords['terms_objection.words']>
  sent_at: Date
  answer: Sealed<SealedRecords['terms_objection.answer']> | null
  answered_by: string | null
  answered_at: Date | null
  read_at: Date | null
}

interface TermsRestrictionTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  breach_id: string
  person_id: string
  what: string
  reason: Sealed<SealedRecords['terms_restriction.reason']>
  from_on: string
  to_on: string
  state: string
  asked_by: string
  asked_at: Date
  confirmed_by: string | null
  confirmed_at: Date | null
  ended_by: string | null
  ended_at: Date | null
}

interface TermsVersionTable {
  organisation_id: ColumnType<string, never, never>
  audience: string
  number: number
  words: Json
  in_force_on: string
  published_by: string | null
  published_at: Date
  withdrawn_at: Date | null
}

interface ThrottleTable {
  key: string
  failures: number
  failed_at: Date
  expires_at: Date
}

interface TileTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  group_id: string | null
  for_whom: string
  title: string
  address: string
  symbol: string
  colour: string
  position: number
  removed_at: Date | null
}

interface ToldApartTable {
  organisation_id: ColumnType<string, never, never>
  one_id: string
  other_id: string
  decided_by: string | null
  decided_at: Date
}

interface TotpTable {
  account_id: string
  secret: Sealed<SealedRecords['totp.secret']>
  last_step: number
  created_at: Date
}

interface UploadTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  person_id: string
  purpose: string
  for_id: string | null
  name: Sealed<SealedRecords['upload.name']>
  bytes: number
  received: Generated<number>
  state: Generated<string>
  problem: string | null
  image_id: string | null
  stored_file_id: string | null
  created_at: Date
}

interface UploadPartTable {
  organisation_id: ColumnType<string, never, never>
  upload_id: string
  starts_at: number
  file_id: string
}

interface UsedChallengeTable {
  challenge_hash: string
  expires_at: Date
}

interface UwlrDeliveryTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  supplier_id: string
  received_at: Date
  added: number
  changed: number
  same: number
  unknown: number
  refusal: string | null
}

interface UwlrSupplierTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  name: string
  key_hash: string
  made_by: string | null
  made_at: Date
  withdrawn_at: Date | null
}

interface VaultGenerationTable {
  id: number
  proof: string
  created_at: Generated<Date>
}

interface VaultKeyTable {
  organisation_id: ColumnType<string, never, never>
  id: string
  subject_id: string
  wrapped: string | null
  generation: number | null
  created_at: Generated<Date>
  destroyed_at: Date | null
}

export interface Database {
  absence: AbsenceTable
  absence_call: AbsenceCallTable
  access_review: AccessReviewTable
  access_review_item: AccessReviewItemTable
  account: AccountTable
  account_event: AccountEventTable
  account_key: AccountKeyTable
  account_link: AccountLinkTable
  account_person: AccountPersonTable
  account_recovery: AccountRecoveryTable
  attendance_mark: AttendanceMarkTable
  attention_choice: AttentionChoiceTable
  attention_hours: AttentionHoursTable
  attention_item: AttentionItemTable
  audit_checkpoint: AuditCheckpointTable
  audit_line: AuditLineTable
  audit_verification: AuditVerificationTable
  break_glass: BreakGlassTable
  closed_days: ClosedDaysTable
  complaint_post: ComplaintPostTable
  complaint_received: ComplaintReceivedTable
  complaint_to_supplier: ComplaintToSupplierTable
  consent_age: ConsentAgeTable
  consent_answer: ConsentAnswerTable
  consent_granted: ConsentGrantedTable
  consent_purpose: ConsentPurposeTable
  consent_reminder: ConsentReminderTable
  consent_text: ConsentTextTable
  contract: ContractTable
  conversation_booking: ConversationBookingTable
  conversation_deed: ConversationDeedTable
  conversation_guest: ConversationGuestTable
  conversation_notice: ConversationNoticeTable
  conversation_place: ConversationPlaceTable
  conversation_round: ConversationRoundTable
  conversation_seat: ConversationSeatTable
  conversation_slot: ConversationSlotTable
  conversation_swap: ConversationSwapTable
  conversation_wait: ConversationWaitTable
  conversation_wish: ConversationWishTable
  data_copy: DataCopyTable
  data_copy_text: DataCopyTextTable
  disclosure_subject: DisclosureSubjectTable
  figures_switch: FiguresSwitchTable
  file: FileTable
  group_pupil: GroupPupilTable
  group_teacher: GroupTeacherTable
  guardian_import: GuardianImportTable
  guardianship: GuardianshipTable
  guardianship_restriction: GuardianshipRestrictionTable
  hop_token: HopTokenTable
  host: HostTable
  host_claim: HostClaimTable
  image: ImageTable
  image_file: ImageFileTable
  incident: IncidentTable
  incident_affected: IncidentAffectedTable
  incident_link: IncidentLinkTable
  incident_search: IncidentSearchTable
  incident_step: IncidentStepTable
  incident_told: IncidentToldTable
  information_request: InformationRequestTable
  invitation: InvitationTable
  invitation_round: InvitationRoundTable
  known_device: KnownDeviceTable
  letter_language: LetterLanguageTable
  look_alarm: LookAlarmTable
  look_setting: LookSettingTable
  look_usual: LookUsualTable
  look_watch: LookWatchTable
  m365_account: M365AccountTable
  m365_erasure: M365ErasureTable
  m365_group: M365GroupTable
  m365_member: M365MemberTable
  m365_plan: M365PlanTable
  m365_reset: M365ResetTable
  m365_setup: M365SetupTable
  m365_step: M365StepTable
  message: MessageTable
  message_file: MessageFileTable
  message_member: MessageMemberTable
  message_report: MessageReportTable
  message_rules: MessageRulesTable
  message_seen: MessageSeenTable
  message_thread: MessageThreadTable
  message_wish: MessageWishTable
  microsoft_connection: MicrosoftConnectionTable
  microsoft_identity: MicrosoftIdentityTable
  move_package: MovePackageTable
  must_read: MustReadTable
  must_read_reading: MustReadReadingTable
  must_read_version: MustReadVersionTable
  news: NewsTable
  news_file: NewsFileTable
  news_for_schools: NewsForSchoolsTable
  news_group: NewsGroupTable
  news_photo: NewsPhotoTable
  news_photo_pupil: NewsPhotoPupilTable
  news_post: NewsPostTable
  news_reaction: NewsReactionTable
  news_read: NewsReadTable
  news_version: NewsVersionTable
  no_account: NoAccountTable
  organisation: OrganisationTable
  own_tile: OwnTileTable
  passkey: PasskeyTable
  password: PasswordTable
  person: PersonTable
  person_role: PersonRoleTable
  planned_composed_place: PlannedComposedPlaceTable
  planned_group: PlannedGroupTable
  planned_place: PlannedPlaceTable
  planned_teacher: PlannedTeacherTable
  post: PostTable
  privacy_choice: PrivacyChoiceTable
  privacy_statement: PrivacyStatementTable
  privacy_statement_seen: PrivacyStatementSeenTable
  processing_published: ProcessingPublishedTable
  processing_restriction: ProcessingRestrictionTable
  protected_reader: ProtectedReaderTable
  published_file: PublishedFileTable
  pupil_move: PupilMoveTable
  pupil_move_answer: PupilMoveAnswerTable
  push_subscription: PushSubscriptionTable
  recovery_code: RecoveryCodeTable
  result: ResultTable
  result_test: ResultTestTable
  retention_deviation: RetentionDeviationTable
  retention_file: RetentionFileTable
  retention_hold: RetentionHoldTable
  retention_run: RetentionRunTable
  retention_step: RetentionStepTable
  retention_warning: RetentionWarningTable
  rights_request: RightsRequestTable
  rights_step: RightsStepTable
  roster_import: RosterImportTable
  school: SchoolTable
  school_group: SchoolGroupTable
  school_hours: SchoolHoursTable
  school_year: SchoolYearTable
  school_year_plan: SchoolYearPlanTable
  session: SessionTable
  setting_change: SettingChangeTable
  site: SiteTable
  site_count: SiteCountTable
  site_document: SiteDocumentTable
  site_event: SiteEventTable
  site_form: SiteFormTable
  site_form_rate: SiteFormRateTable
  site_form_reader: SiteFormReaderTable
  site_page: SitePageTable
  site_picture: SitePictureTable
  site_picture_pupil: SitePicturePupilTable
  site_redirect: SiteRedirectTable
  site_revision: SiteRevisionTable
  site_salt: SiteSaltTable
  site_security_contact: SiteSecurityContactTable
  site_submission: SiteSubmissionTable
  site_submission_step: SiteSubmissionStepTable
  site_visitor: SiteVisitorTable
  staff_photo: StaffPhotoTable
  stored_file: StoredFileTable
  support_export: SupportExportTable
  support_look: SupportLookTable
  support_window: SupportWindowTable
  support_window_listed: SupportWindowListedTable
  team_news: TeamNewsTable
  team_news_reader: TeamNewsReaderTable
  team_news_reply: TeamNewsReplyTable
  terms_acceptance: TermsAcceptanceTable
  terms_breach: TermsBreachTable
  terms_draft: TermsDraftTable
  terms_objection: TermsObjectionTable
  terms_restriction: TermsRestrictionTable
  terms_version: TermsVersionTable
  throttle: ThrottleTable
  tile: TileTable
  told_apart: ToldApartTable
  totp: TotpTable
  upload: UploadTable
  upload_part: UploadPartTable
  used_challenge: UsedChallengeTable
  uwlr_delivery: UwlrDeliveryTable
  uwlr_supplier: UwlrSupplierTable
  vault_generation: VaultGenerationTable
  vault_key: VaultKeyTable
}

/** Tables in which every row belongs to one organisation. */
export const tenantTables: ReadonlySet<string> = new Set([
  'absence',
  'absence_call',
  'access_review',
  'access_review_item',
  'account_recovery',
  'attendance_mark',
  'attention_hours',
  'attention_item',
  'audit_checkpoint',
  'audit_line',
  'audit_verification',
  'closed_days',
  'complaint_received',
  'complaint_to_supplier',
  'consent_age',
  'consent_answer',
  'consent_granted',
  'consent_purpose',
  'consent_reminder',
  'consent_text',
  'conversation_booking',
  'conversation_deed',
  'conversation_guest',
  'conversation_notice',
  'conversation_place',
  'conversation_round',
  'conversation_seat',
  'conversation_slot',
  'conversation_swap',
  'conversation_wait',
  'conversation_wish',
  'data_copy',
  'data_copy_text',
  'disclosure_subject',
  'figures_switch',
  'file',
  'group_pupil',
  'group_teacher',
  'guardian_import',
  'guardianship',
  'guardianship_restriction',
  'host_claim',
  'image',
  'image_file',
  'incident',
  'incident_affected',
  'incident_link',
  'incident_search',
  'incident_step',
  'incident_told',
  'information_request',
  'invitation',
  'invitation_round',
  'letter_language',
  'look_alarm',
  'look_setting',
  'look_usual',
  'look_watch',
  'm365_account',
  'm365_erasure',
  'm365_group',
  'm365_member',
  'm365_plan',
  'm365_reset',
  'm365_setup',
  'm365_step',
  'message',
  'message_file',
  'message_member',
  'message_report',
  'message_rules',
  'message_seen',
  'message_thread',
  'message_wish',
  'microsoft_connection',
  'must_read',
  'must_read_reading',
  'must_read_version',
  'news',
  'news_file',
  'news_for_schools',
  'news_group',
  'news_photo',
  'news_photo_pupil',
  'news_reaction',
  'news_read',
  'news_version',
  'no_account',
  'own_tile',
  'person',
  'person_role',
  'planned_composed_place',
  'planned_group',
  'planned_place',
  'planned_teacher',
  'privacy_choice',
  'privacy_statement',
  'privacy_statement_seen',
  'processing_restriction',
  'protected_reader',
  'published_file',
  'pupil_move',
  'pupil_move_answer',
  'push_subscription',
  'result',
  'result_test',
  'retention_deviation',
  'retention_file',
  'retention_hold',
  'retention_run',
  'retention_step',
  'retention_warning',
  'rights_request',
  'rights_step',
  'roster_import',
  'school',
  'school_group',
  'school_hours',
  'school_year',
  'school_year_plan',
  'setting_change',
  'site',
  'site_count',
  'site_document',
  'site_event',
  'site_form',
  'site_form_rate',
  'site_form_reader',
  'site_page',
  'site_picture',
  'site_picture_pupil',
  'site_redirect',
  'site_revision',
  'site_salt',
  'site_security_contact',
  'site_submission',
  'site_submission_step',
  'site_visitor',
  'staff_photo',
  'stored_file',
  'support_export',
  'support_look',
  'support_window',
  'team_news',
  'team_news_reader',
  'team_news_reply',
  'terms_acceptance',
  'terms_breach',
  'terms_draft',
  'terms_objection',
  'terms_restriction',
  'terms_version',
  'tile',
  'told_apart',
  'upload',
  'upload_part',
  'uwlr_delivery',
  'uwlr_supplier',
  'vault_key',
])
