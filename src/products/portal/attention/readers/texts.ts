import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  guardians: (count: number) => plural('nl', count, 'ouder', 'ouders'),
  familyHours: (at: string) => `Gezinnen krijgen hun seintje om ${at}: eerder stuurt school ze niets dat kan wachten.`,
  familyFull: (count: number, most: number) =>
    `${plural('nl', count, 'ouder kreeg', 'ouders kregen')} deze week al ${most} keer bericht. Meer stuurt school niet: dit komt in het overzicht.`,
  staff: (count: number) => plural('nl', count, 'medewerker van school', 'medewerkers van school'),
  read: (who: string) => `Dit lezen ${who}. Niemand anders.`,
  readsOne: (who: string) => `Dit leest ${who}. Niemand anders.`,
  nobody: 'Dit leest nu niemand.',
  later: (when: string) => `Dit komt aan op ${when}: dan werkt wie het leest weer.`,
  laterSome: (count: number) =>
    `${plural('nl', count, 'medewerker werkt', 'medewerkers werken')} nu niet. Het komt aan als zij weer werken.`,
  names: 'Bekijk de namen',
  guardiansHeading: 'Ouders',
  staffHeading: 'School',
  unnamed: (count: number) => `en ${plural('nl', count, 'ouder', 'ouders')} met een geheime naam`,
}

const en: Texts<typeof nl> = {
  guardians: (count) => plural('en', count, 'guardian', 'guardians'),
  familyHours: (at) => `Families are told at ${at}: before that the school sends them nothing that can wait.`,
  familyFull: (count, most) =>
    `${plural('en', count, 'guardian was', 'guardians were')} told of something ${most} times this week. The school sends no more: this comes in the digest.`,
  staff: (count) => plural('en', count, 'member of staff', 'members of staff'),
  read: (who) => `Read by ${who}. Nobody else.`,
  readsOne: (who) => `Read by ${who}. Nobody else.`,
  nobody: 'Nobody reads this now.',
  later: (when) => `This arrives on ${when}: then who reads it works again.`,
  laterSome: (count) =>
    `${plural('en', count, 'member of staff does', 'members of staff do')} not work now. It arrives when they work again.`,
  names: 'See the names',
  guardiansHeading: 'Guardians',
  staffHeading: 'School',
  unnamed: (count) => `and ${plural('en', count, 'guardian', 'guardians')} whose name is secret`,
}

export const readersTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
