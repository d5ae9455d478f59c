import { plusDays } from '#products/school/index.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import type { Listed, Merged } from '../home/queries.ts'

const words = {
  nl: {
    urgent: ['School stopt vandaag om 13.00 uur', 'Er komt storm. Haal Robin op, of laat Robin naar de opvang gaan.'],
    answer: ['Mag Robin mee naar het strand?', 'Robin, groep 5'],
    talk: ['Kies een tijd voor het gesprek', 'Sascha, groep 2'],
    know: ['Nieuws uit groep 5', 'Robin'],
    action: 'Geef antwoord',
    state: 'Tot 14.15 uur',
  },
  en: {
    urgent: ['School ends at 13:00 today', 'A storm is coming. Collect Robin, or let Robin go to day care.'],
    answer: ['May Robin come to the beach?', 'Robin, group 5'],
    talk: ['Choose a time for the talk', 'Sascha, group 2'],
    know: ['News of group 5', 'Robin'],
    action: 'Answer',
    state: 'Until 14:15',
  },
} as const

/** A family that does not exist, to look at the first page of a guardian without anybody's data. */
export const inventedFamily = (site: Site, language: Language, { now, today }: Work): Merged => {
  const t = words[language]
  const to = urls.lookAsGuardian()
  const one = (
    subject: string,
    kind: Listed['class'],
    [title, text]: readonly [string, string],
    answerBy: string | null,
  ): Listed => ({
    module: 'invented',
    subject,
    class: kind,
    answerBy,
    from: now,
    site,
    here: true,
    shown: {
      subject,
      title,
      text: kind === 'urgent' ? site.name : text,
      to,
      action: t.action,
      ...(kind === 'urgent' ? { body: text } : {}),
    },
  })
  const child = (id: string, givenName: string) => ({
    id,
    givenName,
    name: `${givenName} Voorbeeld`,
    text: t.state,
    to,
    site,
    here: true,
  })
  return {
    urgent: [one('1', 'urgent', t.urgent, null)],
    answers: [one('2', 'answer', t.answer, plusDays(today, 2)), one('3', 'answer', t.talk, plusDays(today, 4))],
    toKnow: [one('4', 'to-know', t.know, null)],
    children: [
      child('00000000-0000-4000-8000-000000000001', 'Robin'),
      child('00000000-0000-4000-8000-000000000002', 'Sascha'),
    ],
  }
}
