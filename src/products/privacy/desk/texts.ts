import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Privacy',
  title: 'Privacy op school',
  text: 'Wat nu aandacht vraagt, en wat er bewezen is.',
  states: { act: 'Nu doen', waits: 'Loopt', fine: 'In orde' },
  more: 'Bekijk alles',
  evidence: 'Bewijs voor het bestuur',
  evidenceText: (name: string, day: string) =>
    `Wat ${name} over privacy kan laten zien op ${day}. Gemaakt uit het programma zelf, zonder namen. Druk het af of bewaar het als pdf.`,
  evidenceFile: 'Download als zip (pagina en JSON)',
  norms: (norms: readonly string[]) => `Hoort bij: ${norms.join(', ')}.`,
  noRows: 'Hier is nog niets van.',
  foot: (day: string) => `Gemaakt op ${day}. Voor het bestuur en de privacyfunctionaris.`,
  log: {
    title: 'Het logboek',
    never: 'Het logboek is nog niet nagekeken. Dat gebeurt elke nacht.',
    held: (lines: string, when: string) => `Nagekeken op ${when}: alle ${lines} regels kloppen.`,
    broken: (line: string, when: string) =>
      `Nagekeken op ${when}: regel ${line} klopt niet. Iemand heeft het logboek veranderd. Bel de leverancier.`,
    late: (when: string) => `Het logboek is voor het laatst nagekeken op ${when}. Dat is meer dan twee dagen geleden.`,
    columns: ['Nagekeken', 'Regels', 'Uitkomst'],
    fine: 'Klopt',
    wrong: (line: string) => `Fout bij regel ${line}`,
  },
}

const en: Texts<typeof nl> = {
  place: 'Privacy',
  title: 'Privacy at school',
  text: 'What needs attention now, and what is proved.',
  states: { act: 'Act now', waits: 'In progress', fine: 'In order' },
  more: 'See everything',
  evidence: 'Evidence for the board',
  evidenceText: (name, day) =>
    `What ${name} can show about privacy on ${day}. Made of the program itself, without names. Print it or keep it as a PDF.`,
  evidenceFile: 'Download as ZIP (page and JSON)',
  norms: (norms) => `Belongs to: ${norms.join(', ').replace(/\bAVG\b/g, 'GDPR')}.`,
  noRows: 'There is nothing of this yet.',
  foot: (day) => `Made on ${day}. For the board and the privacy officer.`,
  log: {
    title: 'The log',
    never: 'The log was not verified yet. That happens every night.',
    held: (lines, when) => `Verified on ${when}: all ${lines} lines hold.`,
    broken: (line, when) =>
      `Verified on ${when}: line ${line} does not hold. Somebody changed the log. Call the supplier.`,
    late: (when) => `The log was last verified on ${when}. That is more than two days ago.`,
    columns: ['Verified', 'Lines', 'Outcome'],
    fine: 'Holds',
    wrong: (line) => `Wrong at line ${line}`,
  },
}

export type DeskTexts = Texts<typeof nl>
export const deskTexts: { nl: DeskTexts; en: DeskTexts } = { nl, en }
