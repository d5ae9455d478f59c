/** The versions of OneRoster that are read and written. */
export const versions = ['1.1', '1.2'] as const
export type Version = (typeof versions)[number]

/** One line of a file: only the columns of the allow-list, each that the file has, empty ones too. */
export type Row = { readonly line: number; readonly values: Readonly<Record<string, string>> }

/** A column of our own, for what EDEXML says and OneRoster has no column for (OneRoster lets `metadata.` extend it). */
export const own = (name: string): string => `metadata.schoolplein.${name}`

type Columns = {
  readonly required: readonly string[]
  readonly kept?: readonly string[]
  /** Counted by name where they hold something, and never looked at. */
  readonly dropped?: readonly string[]
  /** Says nothing about a person. */
  readonly ignored?: readonly string[]
}

const common = ['sourcedId', 'status', 'dateLastModified'] as const

const races = [
  ...['americanIndianOrAlaskaNative', 'asian', 'blackOrAfricanAmerican', 'nativeHawaiianOrOtherPacificIslander'],
  ...['white', 'demographicRaceTwoOrMoreRaces', 'hispanicOrLatinoEthnicity'],
]

/**
 * The files of OneRoster that are read, and what becomes of each column. This is the allow-list: what is not named here
 * as required or kept is never looked at. Names are those of the standard; `required` is the standard's own list.
 */
const tables = {
  orgs: { required: ['sourcedId', 'name', 'type'], kept: ['identifier', 'parentSourcedId'] },
  academicSessions: {
    required: ['sourcedId', 'title', 'type', 'startDate', 'endDate', 'schoolYear'],
    kept: ['parentSourcedId'],
  },
  courses: {
    required: ['sourcedId', 'title', 'orgSourcedId'],
    kept: ['grades'],
    ignored: ['schoolYearSourcedId', 'courseCode', 'subjects', 'subjectCodes'],
  },
  classes: {
    required: ['sourcedId', 'title', 'courseSourcedId', 'classType', 'schoolSourcedId', 'termSourcedIds'],
    kept: ['grades', own('year')],
    ignored: ['classCode', 'location', 'subjects', 'subjectCodes', 'periods'],
  },
  users: {
    required: ['sourcedId', 'enabledUser', 'username', 'givenName', 'familyName'],
    kept: [
      ...[
        'orgSourcedIds',
        'role',
        'primaryOrgSourcedId',
        'userIds',
        'middleName',
        'email',
        'agentSourcedIds',
        'grades',
      ],
      ...['preferredGivenName', 'preferredFamilyName'],
      ...['key', 'callName', 'firstNames', 'initials', 'prefix', 'year', 'location', 'enteredOn', 'leftOn'].map(own),
      ...['roles', 'otherRoles'].map(own),
    ],
    dropped: [
      ...['identifier', 'userMasterIdentifier', 'sms', 'phone', 'password', 'preferredMiddleName', 'pronouns'],
      'resourceSourcedIds',
    ],
  },
  roles: {
    required: ['userSourcedId', 'role', 'orgSourcedId'],
    kept: ['beginDate', 'endDate'],
    ignored: ['roleType', 'userProfileSourcedId'],
  },
  userProfiles: {
    required: ['userSourcedId'],
    ignored: ['profileType', 'vendorId', 'applicationId', 'credentialType'],
    dropped: ['description', 'username', 'password'],
  },
  enrollments: {
    required: ['sourcedId', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role'],
    kept: ['beginDate', 'endDate', own('roles'), own('otherRoles')],
    ignored: ['primary'],
  },
  demographics: {
    required: ['sourcedId'],
    kept: ['birthDate'],
    dropped: [
      ...['sex', ...races, 'countryOfBirthCode', 'stateOfBirthAbbreviation', 'cityOfBirth'],
      'publicSchoolResidenceStatus',
    ],
  },
} as const satisfies Record<string, Columns>

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
export type Tables = Partial<Record<TableName, readonly Row[]>>

/** Files of the standard that hold nothing a school's roster needs; results are of pupils and are never opened. */
export const otherFiles = [
  ...['categories', 'classResources', 'courseResources', 'lineItems', 'resources', 'results'],
  ...['lineItemLearningObjectiveIds', 'lineItemScoreScales', 'resultLearningObjectiveIds', 'resultScoreScales'],
  ...['scoreScales', 'userResources'],
]

/** What becomes of a column; nothing for one that OneRoster does not know. */
export type Use = 'kept' | 'dropped' | 'ignored'

/** The columns of a file by their name in small letters, and the ones it has to have. */
export const columnsOf = (table: TableName, version: Version, birthDates: boolean) => {
  const { required, kept = [], dropped = [], ignored = [] }: Columns = tables[table]
  const more = table === 'users' && version === '1.1' ? ['orgSourcedIds', 'role'] : []
  const uses = new Map<string, { name: string; use: Use }>()
  const add = (names: readonly string[], use: Use) => {
    for (const name of names) uses.set(name.toLowerCase(), { name, use })
  }
  add([...common, ...required, ...kept], 'kept')
  add(ignored, 'ignored')
  add(dropped, 'dropped')
  if (table === 'users') add(['username'], 'dropped')
  if (table === 'demographics' && !birthDates) add(['birthDate'], 'dropped')
  return { uses, required: [...required, ...more] }
}
