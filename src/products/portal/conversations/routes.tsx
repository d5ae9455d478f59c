import { Module } from '#shared/access/module.ts'
import { familyRoutes } from './family/routes.tsx'
import { roundRoutes } from './rounds/routes.tsx'
import { MODULE } from './telling.ts'
import './personal-data.ts'

/**
 * Conversation rounds: the team offers times (`rounds/`), families choose (`family/`). Both place appointments through
 * `placing.ts`; who comes with whom is a matter of `sides.ts`.
 */
export const conversations = new Module(MODULE, {
  nl: 'Een tijd kiezen voor een gesprek over je eigen kinderen',
  en: 'Choose a time for a conversation about your own children',
}).switchable({
  word: { nl: 'Gesprekken', en: 'Conversations' },
  text: {
    nl: 'Ouders kiezen een tijd voor een gesprek, leerkrachten zien wie er komt.',
    en: 'Guardians choose a time for a conversation, teachers see who comes.',
  },
  kinds: ['school'],
})

for (const add of [familyRoutes, roundRoutes]) add(conversations)
