import type { Random } from './random.ts'
import type { AbsenceKind, DemoPupil, Sex } from './types.ts'

type Words = (she: Pronouns, friend: string) => string
type Pronouns = { Ze: string; ze: string; haar: string; Haar: string }

const girl: Pronouns = { Ze: 'Ze', ze: 'ze', haar: 'haar', Haar: 'Haar' }
const boy: Pronouns = { Ze: 'Hij', ze: 'hij', haar: 'zijn', Haar: 'Zijn' }

/** What parents write for the teacher: about homework, bags and friends, never about what a child has. */
const words: Record<AbsenceKind, Words[]> = {
  ill: [
    ({ Ze, haar }, friend) => `${Ze} slaapt nog. ${friend} mag ${haar} huiswerk meenemen.`,
    ({ Haar }) => `${Haar} gymtas hangt nog op school, die mag daar blijven.`,
    ({ ze }) => `Kan ${ze} de toets later maken?`,
    ({ Haar }, friend) => `${Haar} spreekbeurt is vandaag. Kan ${friend} ruilen?`,
    () => `We proberen het morgen weer.`,
    ({ haar }) => `Wil je het werkblad van rekenen in ${haar} la leggen?`,
    ({ Ze }) => `${Ze} vindt het vooral jammer van de gymles.`,
    ({ Ze, ze }) => `${Ze} wilde zelf komen, maar ${ze} blijft vandaag toch thuis.`,
    ({ Haar }) => `${Haar} bibliotheekboek komt later deze week mee.`,
    () => `Bel gerust als er iets is, ik werk vandaag thuis.`,
    ({ haar }) => `Wil je de groeten doen aan ${haar} groepje?`,
    ({ Ze }) => `${Ze} hoeft vandaag niet naar de opvang, dat heb ik al doorgegeven.`,
    (_, friend) => `Kan ${friend} de brief over het uitje meenemen?`,
    ({ ze }) => `Morgen bel ik of ${ze} weer komt.`,
  ],
  doctor: [
    ({ Ze }) => `${Ze} heeft al ontbeten en komt daarna meteen.`,
    ({ ze }) => `Ik breng ${ze === 'ze' ? 'haar' : 'hem'} zelf naar de klas.`,
    ({ Ze }) => `${Ze} komt voor de pauze terug.`,
    ({ Ze }) => `${Ze} neemt brood mee voor als het uitloopt.`,
    () => `Het kan een kwartier later worden, ik stuur dan een berichtje.`,
    ({ Haar }) => `${Haar} oma haalt op en brengt weer terug.`,
  ],
  other: [
    () => `We verhuizen vandaag.`,
    ({ haar }) => `Vandaag trouwt ${haar} tante.`,
    ({ Ze }) => `${Ze} gaat mee naar de begrafenis van een buurvrouw.`,
    ({ haar }) => `Afgesproken met de directeur: het jubileum van ${haar} opa en oma.`,
    ({ Ze }) => `${Ze} kijkt vandaag op een andere school.`,
  ],
}

/** A word for the teacher in everyday Dutch. `friend` is the given name of a child who may be named. */
export function wordFor(kind: AbsenceKind, sex: Sex, friend: string, random: Random): string {
  return random.pick(words[kind])(sex === 'girl' ? girl : boy, friend)
}

/** The children of the same group whom a word may name: nobody with a protected identity. */
export function friendsOf(pupil: DemoPupil, pupils: readonly DemoPupil[]): DemoPupil[] {
  return pupils.filter(
    ({ id, groupId, protectedIdentity }) => groupId === pupil.groupId && id !== pupil.id && !protectedIdentity,
  )
}
