import { requestsAlsoFrom } from '#products/privacy/index.ts'
import { Module } from '#shared/access/module.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { buildingRoutes } from './building/routes.tsx'
import { inboxRoutes } from './inbox/routes.tsx'
import { listMessages } from './messages.ts'
import { ownMessageRoutes } from './own/routes.tsx'
import { publicFormRoutes } from './public/routes.tsx'
import { FORMS } from './sending.ts'
import './personal-data.ts'

const about = { nl: 'Een formulier van de website insturen', en: 'Sending a form of the website' }

/** Contact and any simple form: made by the school, sent by anyone, read by whom the form names (PROMISES P01, P11). */
export const siteForms = [publicFormRoutes, ownMessageRoutes, inboxRoutes, buildingRoutes]
  .reduce((module, add) => add(module), new Module(FORMS, about))
  .switchable({
    word: { nl: 'Formulieren', en: 'Forms' },
    text: {
      nl: 'Contact en andere formulieren op de website, met een postvak voor wie antwoordt.',
      en: 'Contact and other forms on the website, with an inbox for who answers.',
    },
    kinds: ['school', 'board', 'partner', 'supplier'],
  })

// A complaint and a request about data stand with the requests of the privacy desk too, until they are answered.
requestsAlsoFrom(async (work, me) =>
  (await listMessages(work, me, ['waiting'])).flatMap(({ id, form, name, receivedAt, dueOn, limitOn }) =>
    (form.kind === 'complaint' || form.kind === 'privacy') && dueOn && limitOn
      ? [
          {
            id,
            kind: form.kind,
            name: name || '–',
            receivedOn: dayOf(receivedAt),
            dueOn,
            limitOn,
            to: urls.inboxMessage({ id }),
          },
        ]
      : [],
  ),
)
