import { steps } from '#products/supplier/incidents/kinds.ts'
import { type IncidentWords, incidentWords, stepWords, toldWords } from '#products/supplier/incidents/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf } from './calendar.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { staffId } from './staff.ts'

type Plan = {
  readonly key: string
  readonly host: string
  readonly by: string
  readonly handledBy: string
  readonly rehearsal: boolean
  readonly found: string
  readonly facts: {
    readonly breach: 'yes' | 'no' | null
    readonly cause: string | null
    readonly natures: string[]
    readonly kinds: string[]
    readonly people: string[]
    readonly group_size: number | null
    readonly risk: string | null
  }
  readonly words: IncidentWords
  /** What was done in each step, in their order. */
  readonly done: readonly string[]
  readonly told: readonly { readonly whom: string; readonly told: boolean; readonly text: string }[]
}

const empty = { summary: '', cause: '', measures: '', extent: '', consequences: '' }

/** A mail to the wrong list whose clock runs, a practice that was done, and something at the supplier. */
const plansOf = (today: string): readonly Plan[] => [
  {
    key: 'wrong-list',
    host: 'vuurtoren',
    by: guardianId('owusu', 0, 'vuurtoren'),
    handledBy: staffId('vuurtoren', 'Roos Tuinstra'),
    rehearsal: false,
    found: momentOf(addDays(today, -1), '16:20'),
    facts: {
      breach: 'yes',
      cause: 'user',
      natures: ['read'],
      kinds: ['contact', 'health'],
      people: ['pupils', 'guardians'],
      group_size: 24,
      risk: 'some',
    },
    words: {
      ...empty,
      saw: 'Ik kreeg een mail over het schoolkamp met een lijst erin. Daar staan de allergieën van andere kinderen in, en de telefoonnummers van hun ouders.',
      summary: 'De kamplijst van groep 8 ging naar de ouders van groep 7. Er staan allergieën en telefoonnummers in.',
      extent:
        'Ouders van groep 7 konden lezen welke allergieën kinderen van groep 8 hebben en hoe hun ouders te bellen zijn.',
      measures: 'De ouders van groep 7 is gevraagd de mail weg te gooien en de lijst niet te gebruiken.',
    },
    done: [
      'Gebeld met de ouder die het meldde. De bijlage is de kamplijst van groep 8, verstuurd om 15.58 uur.',
      'Om 16.40 uur een bericht aan de ouders van groep 7 gestuurd met het verzoek de mail te verwijderen.',
    ],
    told: [],
  },
  {
    key: 'rehearsal',
    host: 'vuurtoren',
    by: staffId('vuurtoren', 'Roos Tuinstra'),
    handledBy: staffId('vuurtoren', 'Roos Tuinstra'),
    rehearsal: true,
    found: momentOf(addDays(today, -50), '09:30'),
    facts: {
      breach: 'yes',
      cause: 'outside',
      natures: ['stolen'],
      kinds: ['results', 'ordinary'],
      people: ['pupils'],
      group_size: 27,
      risk: 'high',
    },
    words: {
      saw: 'Oefening: een laptop met toetsen van groep 6 is uit een auto gestolen.',
      summary: 'Oefening: een laptop met toetsen van groep 6 is gestolen.',
      cause: 'De laptop lag zichtbaar in een auto en was niet vergrendeld.',
      measures: 'Het account is geblokkeerd en de laptop op afstand gewist.',
      extent: 'Iemand kan toetsen met namen van 27 leerlingen hebben gelezen.',
      consequences: 'Uitslagen kunnen bij onbekenden terechtkomen.',
    },
    done: [
      'De leerkracht belde om 9.30 uur. We weten welke bestanden er stonden.',
      'Account geblokkeerd om 9.40 uur.',
      'Laptops vergrendelen zichzelf nu na twee minuten.',
      'Op drie laptops nagekeken.',
      'Voor alle laptops ingesteld.',
      'Er is niets kwijt: alles staat ook op de schijf van school.',
      'We vonden de lijst met telefoonnummers pas na tien minuten. Die hangt nu in het directiekantoor.',
      'De oefening is klaar en besproken met het team.',
    ],
    told: [{ whom: 'authority', told: true, text: 'Oefening: de tekst van de melding klaargezet, niet verstuurd.' }],
  },
  {
    key: 'slow-mails',
    host: 'supplier',
    by: staffId('supplier', 'Lotte Kramer'),
    handledBy: staffId('supplier', 'Lotte Kramer'),
    rehearsal: false,
    found: momentOf(addDays(today, -12), '11:05'),
    facts: {
      breach: 'yes',
      cause: 'system',
      natures: ['changed'],
      kinds: ['ordinary'],
      people: ['pupils'],
      group_size: 3,
      risk: 'none',
    },
    words: {
      saw: 'Bij een inlezing van een leerlingbestand kregen drie leerlingen de groep van een ander.',
      summary: 'Drie leerlingen stonden een uur in een verkeerde groep na het inlezen van een bestand.',
      cause: 'Twee regels in het bestand hadden hetzelfde nummer; het programma nam de laatste.',
      measures: 'Een bestand met twee gelijke nummers wordt nu geweigerd, met de regels erbij.',
      extent: 'De leerkracht van de andere groep zag hun naam op de daglijst.',
      consequences: 'Geen: de groepen zijn binnen een uur hersteld.',
    },
    done: [
      'Nagekeken in het logboek: drie leerlingen, één leerkracht.',
      'Inlezen stilgezet voor alle scholen.',
      'Bestanden met gelijke nummers worden geweigerd.',
      'Getest met het bestand van de school en tien andere.',
      'Om 12.10 uur overal doorgevoerd.',
      'De groepen zijn teruggezet uit de reservekopie van die nacht, die eerst is nagekeken.',
      'De controle op gelijke nummers hoort in de test van elk bestand.',
      'Alles is hersteld en de school is ingelicht.',
    ],
    told: [{ whom: 'school', told: true, text: 'Om 11.40 uur gebeld met de directeur, en daarna gemaild.' }],
  },
]

const later = (from: string, minutes: number) => new Date(new Date(from).getTime() + minutes * 60_000)

const writeDone = async (work: Work, incident: string, { key, done, handledBy, found, facts, told }: Plan) => {
  const lost = facts.natures.includes('changed')
  for (const [at, text] of done.entries()) {
    const row = demoId(`incident/${key}/step/${at}`)
    const step = steps[at]!
    const values = { id: row, incident_id: incident, number: at + 1, step, done_by: handledBy }
    await work.db
      .insertInto('incident_step')
      .values({
        ...values,
        done_at: later(found, 10 + at * 12),
        needed: step !== 'restore' || lost,
        words: await work.seal(stepWords, { subject: incident, row }, { text }),
      })
      .execute()
  }
  for (const one of told) {
    const row = demoId(`incident/${key}/told/${one.whom}`)
    await work.db
      .insertInto('incident_told')
      .values({
        ...{ id: row, incident_id: incident, whom: one.whom, told: one.told, decided_by: handledBy },
        decided_at: later(found, 35),
        words: await work.seal(toldWords, { subject: incident, row }, { text: one.text }),
      })
      .execute()
  }
}

/** Incidents of De Vuurtoren and of the supplier. */
export const writeIncidents = async (work: Work, { organisation, today, personOf }: Part): Promise<void> => {
  for (const plan of plansOf(today).filter(({ host }) => host === organisation.host)) {
    const { key, by, rehearsal, found, facts, words, done } = plan
    const id = demoId(`incident/${key}`)
    await work.db
      .insertInto('incident')
      .values({
        ...{ id, rehearsal, ...facts, reported_by: personOf(by), request_key: demoId(`incident/${key}/request`) },
        reported_at: new Date(found),
        seen_at: later(found, -15),
        found_at: new Date(found),
        words: await work.seal(incidentWords, { subject: id, row: id }, words),
        closed_at: done.length === steps.length ? later(found, 10 + 7 * 12) : null,
      })
      .execute()
    await writeDone(work, id, plan)
  }
}
