/**
 * Who somebody is: signing in and out, second factors, passkeys, sessions, and each one's own page about it. It knows no
 * product; who a person is, it asks through `whoIs`. An invitation (the school product's) makes an account with
 * `createAccount` or finds it with `accountByAddress`, gives it a password with `setFirstPassword`, ties it to a person
 * with `joinPerson`; its route waits its turn with `turns: passwordTurns`.
 */
export { accountByAddress, createAccount, endAccountWithoutPeople, joinPerson } from './accounts.ts'
export { passwordTurns } from './hashing.ts'
export { identityTasks } from './jobs.ts'
export { type Authority, microsoft, standInAuthority } from './microsoft/authority.ts'
export { type Connection, connectionOf } from './microsoft/connection.ts'
export { linkedObjects, linkIdentity } from './microsoft/identities.ts'
export { Microsoft } from './microsoft/provider.ts'
export { Trouble } from './microsoft/trouble.ts'
export { PasswordField, passwordProblemWords } from './password-field.tsx'
export { passwordProblem } from './password-policy.ts'
export { setFirstPassword } from './passwords.ts'
export { identity } from './routes.ts'
export type { Practice } from './sign-in.ts'
