import { path } from '#shared/access/path.ts'

/** Every URL of the product, typed. Links, redirects and tests build addresses from here. */
export const urls = {
  home: path('/'),
  live: path('/live'),
  me: path('/me'),
  signIn: path('/sign-in'),
  signOut: path('/sign-out'),
  secondFactor: path('/second-factor'),
  healthz: path('/healthz'),

  people: path('/people'),
  person: path('/people/:id'),
  editPerson: path('/people/:id/edit'),
  protection: path('/people/:id/protection'),
  roles: path('/people/:id/roles'),
  invite: path('/people/:id/invitation'),
  newGuardianship: path('/people/:id/guardians/new'),
  newStaff: path('/staff/new'),
  guardianship: path('/guardianships/:id'),
  endGuardianship: path('/guardianships/:id/end'),
  newRestriction: path('/guardianships/:id/restrictions/new'),
  endRestriction: path('/restrictions/:id/end'),

  groups: path('/groups'),
  group: path('/groups/:id'),
  newGroupTeacher: path('/groups/:id/teachers/new'),
  endGroupTeacher: path('/groups/:id/teachers/:person/end'),

  children: path('/children'),
  child: path('/children/:id'),

  informationRequest: path('/information-request'),
  informationRequests: path('/information-requests'),
  handleInformationRequest: path('/information-requests/:id/handled'),

  invitationCode: path('/invitation'),
  invitation: path('/invitation/:code'),

  settings: path('/settings'),
} as const
