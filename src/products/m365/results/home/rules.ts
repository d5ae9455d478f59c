import { withRole } from '#shared/access/rule.ts'

/** Who reads released results: guardians with a say of the own children (`childrenOf`), and a pupil the own. */
export const home = withRole(
  {
    nl: 'ouders en verzorgers, van hun eigen kinderen; leerlingen, van zichzelf',
    en: 'guardians, of their own children; pupils, of themselves',
  },
  'guardian',
  'pupil',
)
