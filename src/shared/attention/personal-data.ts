import { countsFrom, internal, personalData, plain } from '#shared/vault/declaration.ts'

const id = internal('identifier', 'a random number that says nothing; rows are found by it')
const when = plain('activity', 'the list is ordered and what is over is cleared by it; it says nothing about what')

personalData('attention_item', {
  what: { nl: 'wat er voor iemand klaarstaat', en: 'what waits for somebody' },
  about: 'person_id',
  source: 'school',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'wie het leest; de school telt hoeveel berichten een gezin kreeg, niet welke',
    en: 'who reads it; the school counts how many messages a family got, not which',
  },
  retention: [
    {
      after: 'attention_item.until_at',
      keep: { months: 1 },
      finally: 'delete',
      because: 'a month after it is over nobody asks any more whether it was read',
    },
  ],
  columns: {
    id,
    person_id: id,
    module: plain('activity', 'names a part of Schoolplein, never what it is about')(
      'van welk onderdeel',
      'of which part',
    ),
    subject_id: id,
    class: plain('activity', 'the list is ordered by it')('hoe dringend', 'how urgent', {
      urgent: ['dringend', 'urgent'],
      answer: ['antwoord nodig', 'needs an answer'],
      'to-know': ['goed om te weten', 'good to know'],
    }),
    answer_by: when('antwoord nodig voor', 'answer needed by'),
    given_at: when('klaargezet', 'given'),
    from_at: when('te zien vanaf', 'shown from'),
    until_at: when('te zien tot', 'shown until'),
    read_at: when('gelezen', 'read'),
    answered_at: when('beantwoord', 'answered'),
    told_at: when('bericht gestuurd', 'message sent'),
  },
})

countsFrom('attention_item.until_at', { nl: 'nadat het voorbij is', en: 'after it is over' })
