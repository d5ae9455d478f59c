import type { Texts } from '#shared/language/index.ts'
import type { ContractProduct, HoldReason, Phase } from './phases.ts'

const products = {
  website: 'Website',
  portal: 'Ouderportaal',
  plaza: 'Plein van het team',
  m365: 'Microsoft 365',
} satisfies Record<ContractProduct, string>
const phases = {
  running: 'loopt',
  noticed: 'opgezegd',
  'read-only': 'alleen lezen',
  held: 'wordt nog bewaard',
  due: 'wordt vernietigd',
  destroying: 'wordt vernietigd',
  destroyed: 'vernietigd',
} satisfies Record<Phase, string>
const reasons = {
  court: 'een rechter vroeg dat',
  authority: 'een toezichthouder vroeg dat',
  complaint: 'er loopt een klacht',
  agreement: 'dat is afgesproken',
} satisfies Record<HoldReason, string>

const nl = {
  title: 'Wat we afnemen',
  text: 'Per product: of het contract loopt, en wat er gebeurt als het eindigt.',
  none: 'Er staat nog geen contract in Schoolplein',
  noneText: 'De leverancier schrijft het erin.',
  products,
  phases,
  since: (day: string) => `Sinds ${day}.`,
  ends: (day: string, gone: string) =>
    `Vanaf ${day} verandert hier niets meer: alles is dan nog te lezen en mee te nemen. Op ${gone} wordt het vernietigd.`,
  ended: (day: string, gone: string) =>
    `Geëindigd op ${day}. Alles is nog te lezen en mee te nemen. Op ${gone} wordt het vernietigd.`,
  held: (reason: string) => `Er wordt nog niets vernietigd: ${reason}.`,
  destroyed: (day: string, rows: number, keys: number) =>
    `Vernietigd op ${day}: ${rows} regels en ${keys} sleutels. Een tweede controle vond niets meer.`,
  certificate: 'Download het bewijs',
  withdraw: (product: string) => `Trek de opzegging van ${product} in`,
  all: 'Contracten',
  allText: 'Wat elke klant afneemt, en waar het staat. De vernietiging gaat vanzelf, twee maanden na het einde.',
  columns: {
    customer: 'Klant',
    product: 'Product',
    phase: 'Waar het staat',
    ends: 'Eindigt',
    gone: 'Vernietigd vanaf',
  },
  reasons,
}

const en: Texts<typeof nl> = {
  title: 'What we take',
  text: 'By product: whether the contract runs, and what happens when it ends.',
  none: 'No contract stands in Schoolplein yet',
  noneText: 'The supplier writes it down.',
  products: { website: 'Website', portal: 'Portal', plaza: 'Plaza of the team', m365: 'Microsoft 365' },
  phases: {
    running: 'runs',
    noticed: 'notice was given',
    'read-only': 'reading only',
    held: 'still kept',
    due: 'being destroyed',
    destroying: 'being destroyed',
    destroyed: 'destroyed',
  },
  since: (day) => `Since ${day}.`,
  ends: (day, gone) =>
    `From ${day} nothing changes here any more: everything can still be read and taken along. On ${gone} it is destroyed.`,
  ended: (day, gone) => `Ended on ${day}. Everything can still be read and taken along. On ${gone} it is destroyed.`,
  held: (reason) => `Nothing is destroyed yet: ${reason}.`,
  destroyed: (day, rows, keys) =>
    `Destroyed on ${day}: ${rows} rows and ${keys} keys. A second check found nothing left.`,
  certificate: 'Download the certificate',
  withdraw: (product) => `Take the notice for ${product} back`,
  all: 'Contracts',
  allText: 'What each customer takes, and where it stands. Destruction goes by itself, two months after the end.',
  columns: { customer: 'Customer', product: 'Product', phase: 'Where it stands', ends: 'Ends', gone: 'Destroyed from' },
  reasons: {
    court: 'a court asked for that',
    authority: 'an authority asked for that',
    complaint: 'a complaint is being handled',
    agreement: 'that was agreed',
  },
}

export type ContractTexts = Texts<typeof nl>
export const contractTexts = { nl, en }
