import { inBatches } from '#products/school/people/adding.ts'
import type { Audience } from '#products/school/terms/audiences.ts'
import { bar } from '#products/school/terms/breaches/barring.ts'
import { noteBreach } from '#products/school/terms/breaches/noting.ts'
import { object } from '#products/school/terms/breaches/objections.ts'
import { defaultWords } from '#products/school/terms/default-words.ts'
import type { Words } from '#products/school/terms/words.ts'
import { Me } from '#shared/identity/me.ts'
import { hashOf } from '#shared/language/prose.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { demoPeopleToBe } from './people.ts'
import { demoId, random } from './random.ts'
import { staffId } from './staff.ts'

/** What De Vuurtoren added after a play: a line about pictures, in both languages. */
const withPlay = ({ nl, en }: Words): Words => ({
  nl: nl.replace(
    '\n\n# Hoe je inlogt',
    '\n- Op een feest of musical maak je alleen foto’s van je eigen kind.\n\n# Hoe je inlogt',
  ),
  en:
    en?.replace(
      '\n\n# How you sign in',
      '\n- At a party or play you only take pictures of your own child.\n\n# How you sign in',
    ) ?? null,
})

/** A mother who still has to agree to the second version (`guardian-new-terms`), and some who did not sign in since. */
const isLate = (person: string, shown: ReadonlySet<string>) =>
  person === guardianId('reumer', 0, 'vuurtoren') || (!shown.has(person) && random(`terms/${person}`).chance(0.03))

type Version = { audience: Audience; number: number; words: Words; from: string }

const publish = (work: Work, by: string, { audience, number, words, from }: Version) =>
  work.db
    .insertInto('terms_version')
    .values({
      audience,
      number,
      words: JSON.stringify(words),
      in_force_on: from,
      published_by: by,
      published_at: new Date(`${from}T07:30:00Z`),
    })
    .execute()

/**
 * Terms of use: De Vuurtoren has published two versions for parents and one for the team, and nearly everyone agreed; the
 * other schools have not published any. A mother shared a photo: school told her, and a restriction waits for the principal.
 * A parent objects to another one.
 */
export const writeTerms = async (work: Work, part: Part): Promise<void> => {
  const { organisation, signIns, staff, guardianships, personOf, schoolYear, today } = part
  if (organisation.host !== 'vuurtoren') return
  const by = staffId('vuurtoren', 'Wim Postma')
  const since = schoolYear.from > today ? today : schoolYear.from
  const changed = addDays(today, -20) > since ? addDays(today, -20) : since
  const versions: Version[] = [
    { audience: 'team', number: 1, words: defaultWords.team, from: since },
    { audience: 'guardian', number: 1, words: defaultWords.guardian, from: since },
    { audience: 'guardian', number: 2, words: withPlay(defaultWords.guardian), from: changed },
  ]
  for (const version of versions) await publish(work, by, version)

  const shown = new Set(demoPeopleToBe.map(({ personId }) => personId))
  const who: Record<Audience, Set<string>> = {
    team: new Set(staff.map(({ id }) => id)),
    guardian: new Set(guardianships.map((tie) => personOf(tie.guardianId))),
  }
  const rows = versions.flatMap(({ audience, number, words, from }) =>
    signIns
      .filter(({ person }) => who[audience].has(person) && (number < 2 || !isLate(person, shown)))
      .map(({ person, account }) => ({
        person_id: person,
        audience,
        number,
        language: account.language,
        text_hash: hashOf(words[account.language] ?? words.nl),
        accepted_at: new Date(`${from}T18:30:00Z`),
      })),
  )
  await inBatches(rows, (some) => work.db.insertInto('terms_acceptance').values(some).execute())
  await writeBreach(work, by, today)
  const parents = signIns.map(({ person }) => person).filter((one) => who.guardian.has(one) && !who.team.has(one))
  await writeObjection(work, { by, today, person: parents.findLast((one) => !shown.has(one))! })
}

const actingAs = (id: string) =>
  new Me({
    id,
    account: '',
    givenName: '',
    name: '',
    language: 'nl',
    strong: true,
    roles: ['administrator'],
    accessVersion: 0,
  })

const writeBreach = async (work: Work, by: string, today: string) => {
  const me = actingAs(by)
  const id = demoId('breach/opdam')
  await noteBreach(work, me, {
    id,
    person: guardianId('opdam', 0, 'vuurtoren'),
    kind: 'others-data',
    happened:
      'In de appgroep van groep 7 stond een foto van de groepslijst met telefoonnummers. Twee ouders vroegen ons wat ze daarmee moesten.',
    seenBy: staffId('vuurtoren', 'Anouk Visser'),
    seenOn: addDays(today, -1),
    message:
      'We zagen een foto van de groepslijst in de appgroep. Op die lijst staan nummers van andere ouders. Wil je de foto weghalen en ons dat laten weten? We bellen je vandaag ook nog even.',
  })
  const reason = 'De foto staat er na ons gesprek nog. Zolang dat zo is, kun je hier wel lezen maar niets versturen.'
  await bar(work, me, id, { what: 'writing', reason, from: today, to: addDays(today, 13) })
}

/** A parent who may only read for some days and disagrees: the objection waits for an answer. */
const writeObjection = async (work: Work, { by, today, person }: { by: string; today: string; person: string }) => {
  const [id, me] = [demoId('breach/objection'), actingAs(by)]
  await noteBreach(work, me, {
    id,
    person,
    kind: 'unkind',
    happened: 'In drie berichten over het schoolreisje stonden scheldwoorden voor een leerkracht.',
    seenBy: staffId('vuurtoren', 'Anouk Visser'),
    seenOn: addDays(today, -3),
    message:
      'Je berichten van maandag waren niet vriendelijk. We willen er graag met je over praten. Wil je ons bellen?',
  })
  const reason = 'Je wilde er niet over praten. Een paar dagen kun je hier lezen, maar niets versturen.'
  await bar(work, me, id, { what: 'writing', reason, from: today, to: addDays(today, 2) })
  const { id: restriction } = await work.db
    .selectFrom('terms_restriction')
    .select('id')
    .where('breach_id', '=', id)
    .executeTakeFirstOrThrow()
  const words =
    'Ik heb niet gescholden, ik was boos over de prijs. Bellen lukt me pas volgende week. Kunnen we het zo afspreken?'
  await object(work, actingAs(person), restriction, words)
}
