import { Module } from '#shared/access/module.ts'
import { messagesShown } from './attention.ts'
import { familyRoutes } from './family/routes.tsx'
import { letterRoutes } from './letters/routes.tsx'
import { listRoutes } from './list/routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { MODULE } from './telling.ts'
import { threadRoutes } from './thread/routes.tsx'
import './merging.ts'
import './personal-data.ts'

/**
 * Messages between home and school. Guardians begin and share conversations (`family/`), the school writes letters
 * (`letters/`), both answer (`thread/`). Who reads what is one selection (`seats.ts`).
 */
export const messages = new Module(MODULE, {
  nl: 'De eigen gesprekken zien en doorzoeken',
  en: 'See and search one’s own conversations',
})
  .switchable({
    word: { nl: 'Berichten', en: 'Messages' },
    text: {
      nl: 'Ouders schrijven met het team van de groep, school schrijft aan gekozen ouders. Er is geen antwoord aan allen.',
      en: 'Guardians write with the team of the group, school writes to chosen guardians. There is no answer to all.',
    },
    kinds: ['school'],
  })
  .attention(messagesShown)

for (const add of [listRoutes, letterRoutes, familyRoutes, reportRoutes, threadRoutes]) add(messages)
