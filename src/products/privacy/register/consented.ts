import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Audience, kindOf } from '../consents/kinds.ts'
import { type Purpose, purposesAsked } from '../consents/purposes/queries.ts'
import { consentTexts } from '../consents/texts.ts'
import type { Entry } from './entries.ts'

const outside: ReadonlySet<Audience> = new Set(['internet', 'social', 'press'])

const UNTIL_WITHDRAWN: Words = {
  nl: 'tot je de toestemming intrekt; wat je antwoordde blijft als bewijs bij Verantwoording',
  en: 'until you withdraw the consent; what you answered stays as proof under Accountability',
}

const audienceWords = (audience: Audience): Words => ({
  nl: consentTexts.nl.audience[audience],
  en: consentTexts.en.audience[audience],
})

const entryOf = ({ use, id, words, pictures, audience }: Purpose): Entry => ({
  purpose: use === 'own' ? `consent-${id}` : `consent-${use}`,
  name: { nl: words.nl.title, en: (words.en ?? words.nl).title },
  why: { nl: 'om te doen waar je zelf ja op zei', en: 'to do what you said yes to yourself' },
  ground: 'consent',
  law: { nl: 'de privacywet (AVG)', en: 'the privacy law (GDPR)' },
  since: null,
  subjects: ['pupil', 'guardian'],
  kinds: [kindOf(use, pictures)],
  recipients: outside.has(audience) ? audienceWords(audience) : null,
  gets: outside.has(audience) ? audience : null,
  holdings: [],
  whoSees: audienceWords(audience),
  period: UNTIL_WITHDRAWN,
})

/** What rests on consent: the purposes that the organisation made itself (art. 6(1)(a) GDPR; PROMISES P11). */
export const consentedEntries = async (work: Work): Promise<Entry[]> => (await purposesAsked(work)).map(entryOf)
