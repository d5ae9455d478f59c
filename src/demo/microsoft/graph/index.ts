/** A stand-in for Microsoft Graph on this machine. Not for anything that others can reach. */
export { type Exchange, GraphStandIn } from './server.ts'
export { asGraph, type Directory, emptyDirectory, type Manners, type Tenant } from './types.ts'
