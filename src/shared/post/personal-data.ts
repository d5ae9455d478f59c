import { countsFrom, id, internal, ordinary, personalData, plain, sealed } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'post.content': { readonly json: string }
  }
}

/** What is in a letter between organisations, as JSON. */
export const letter = sealed('post.content', {
  json: ordinary('wat de ene organisatie de andere laat weten', 'what one organisation tells another'),
})

const fact = (nl: string, en: string) => internal('activity', nl, en)

personalData('post', {
  what: { nl: 'post tussen organisaties', en: 'post between organisations' },
  about: 'id',
  source: 'school',
  purpose: 'accountability',
  seenBy: {
    nl: 'niemand: het gaat van de ene organisatie naar de andere',
    en: 'nobody: it goes from one organisation to the other',
  },
  retention: [
    {
      after: 'post.sent_at',
      keep: { days: 30 },
      finally: 'delete',
      because: 'whoever it is for takes it in within a minute, and after a fault within days',
    },
  ],
  columns: {
    id,
    number: fact('zegt in welke volgorde het is verstuurd', 'says in which order it was sent'),
    from_organisation: fact('alleen die organisatie legt het erin', 'only that organisation puts it in'),
    to_organisation: fact('alleen die organisatie haalt het eruit', 'only that organisation takes it out'),
    kind: fact('zegt welk onderdeel het aanneemt', 'says which module takes it in'),
    content: letter,
    sent_at: plain(
      'activity',
      'klokken en termijnen worden door de database uitgerekend',
      'clocks and periods are worked out by the database',
    )('gestuurd', 'sent'),
  },
})
countsFrom('post.sent_at', { nl: 'nadat het is gestuurd', en: 'after it was sent' })
