import type { Module } from '#shared/access/module.ts'
import { addressRoutes } from './address/routes.tsx'
import { authenticatorRoutes } from './authenticator-routes.tsx'
import { confirmRoutes } from './confirm-routes.tsx'
import { forgottenRoutes } from './forgotten/routes.tsx'
import { hopRoutes } from './hop/routes.tsx'
import { meRoutes } from './me-routes.tsx'
import { mergeRoutes } from './merging/routes.tsx'
import { linkingRoutes } from './microsoft/linking.tsx'
import { microsoftRoutes } from './microsoft/routes.tsx'
import { microsoftSettings } from './microsoft/settings/routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import type { IdentityParts } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.tsx'

/** The modules of identity, for the application to mount. */
export const identity = (parts: IdentityParts): readonly Module[] => [
  signInRoutes(parts),
  meRoutes(parts),
  confirmRoutes(parts),
  passwordRoutes(parts),
  authenticatorRoutes(parts),
  passkeyRoutes(parts),
  microsoftRoutes(parts),
  linkingRoutes(parts),
  microsoftSettings(parts),
  hopRoutes(parts),
  forgottenRoutes(parts),
  addressRoutes(parts),
  mergeRoutes(parts),
]
