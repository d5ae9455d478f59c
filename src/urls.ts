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
} as const
