import { countsFrom, id, internal, linked, personalData, plain, someone } from '#shared/vault/declaration.ts'

const when = plain(
  'activity',
  'de database houdt ermee tegen dat iemand op twee plekken tegelijk is; het zegt niet waarover',
  'keys of the database hold that nobody is in two places at once; it says nothing about what',
)
const fact = plain('activity', 'een instelling van de school, over niemand', 'a setting of the school, about no person')

const schoolYear = { until: '08-01' } as const
const because = 'a conversation that is over is of no use in the next school year'
const family = {
  nl: 'de ouders die komen, de eigen leerkrachten en de administratie',
  en: 'the guardians who come, the own teachers and the office',
}
const shared = { purpose: 'contact-with-guardians', module: 'conversations' } as const

personalData('conversation_round', {
  ...shared,
  what: { nl: 'gespreksrondes', en: 'conversation rounds' },
  about: 'nobody',
  seenBy: { nl: 'de ouders van de groepen en het team', en: 'the guardians of the groups and the team' },
  retention: [],
  columns: {
    id,
    title: fact('naam', 'name'),
    minutes: fact('minuten per gesprek', 'minutes of a conversation'),
    siblings_at: fact('open voor gezinnen met meer kinderen', 'open for families with several children'),
    opens_at: fact('open vanaf', 'opens'),
    closes_at: fact('open tot', 'closes'),
    apart: fact('ouders die apart wonen', 'guardians who live apart', {
      together: ['samen', 'together'],
      apart: ['apart', 'apart'],
    }),
    door_names: fact('voornamen op de deur', 'given names on the door'),
    video: fact('kan via beeld', 'can be by video'),
    request_key: internal(
      'identifier',
      'een willekeurig nummer: een formulier dat twee keer komt, maakt één ronde',
      'a random number: a form sent twice makes one round',
    ),
  },
})

personalData('conversation_place', {
  ...shared,
  what: { nl: 'waar gesprekken zijn', en: 'where conversations are' },
  about: 'nobody',
  seenBy: { nl: 'de ouders van de groep en het team', en: 'the guardians of the group and the team' },
  retention: [],
  columns: {
    round_id: id,
    group_id: id,
    room: fact('lokaal', 'room'),
    video_url: fact('link naar het gesprek via beeld', 'link to the conversation by video'),
  },
})

personalData('conversation_slot', {
  ...shared,
  what: { nl: 'tijdvakken voor gesprekken', en: 'slots for conversations' },
  about: 'nobody',
  seenBy: { nl: 'de ouders van de groep en het team', en: 'the guardians of the group and the team' },
  retention: [],
  columns: {
    id,
    round_id: id,
    group_id: id,
    starts_at: when('begin', 'start'),
    ends_at: when('einde', 'end'),
    closed_at: when('dichtgezet', 'closed'),
  },
})

personalData('conversation_seat', {
  ...shared,
  what: { nl: 'wie van het team bij een gesprek zit', en: 'who of the team sits in a conversation' },
  about: 'teacher_id',
  source: 'school',
  seenBy: { nl: 'de ouders van de groep en het team', en: 'the guardians of the group and the team' },
  retention: [{ after: 'conversation_seat.at', keep: schoolYear, finally: 'delete', because }],
  columns: { teacher_id: id, at: when('op', 'at'), slot_id: id },
})

personalData('conversation_booking', {
  event: { from: 'slot_id' },
  ...shared,
  what: { nl: 'afspraken voor een gesprek', en: 'appointments for a conversation' },
  about: 'pupil_id',
  source: ({ via }) => (via === 'guardian' ? 'guardian' : 'school'),
  seenBy: family,
  retention: [
    { after: 'conversation_slot.starts_at', through: ['slot_id'], keep: schoolYear, finally: 'delete', because },
  ],
  columns: {
    id,
    round_id: linked('ronde', 'round', 'conversation_round.title'),
    slot_id: linked('begint', 'starts', 'conversation_slot.starts_at'),
    pupil_id: id,
    side: internal(
      'identifier',
      'het nummer van de leerling of van één ouder: elke kant heeft één gesprek',
      'the number of the pupil or of one guardian: a side has one conversation',
    ),
    by_video: fact('via beeld', 'by video'),
    via: plain('activity', 'zegt wie het opschreef', 'says who wrote it down')('hoe afgesproken', 'how agreed', {
      guardian: ['door een ouder', 'by a guardian'],
      phone: ['per telefoon', 'by telephone'],
    }),
    booked_by: someone('door', 'by'),
    booked_at: when('afgesproken', 'agreed'),
  },
})

personalData('conversation_guest', {
  event: { from: 'at' },
  ...shared,
  what: { nl: 'wie er naar een gesprek komt', en: 'who comes to a conversation' },
  about: 'guardian_id',
  source: 'person',
  seenBy: family,
  retention: [{ after: 'conversation_guest.at', keep: schoolYear, finally: 'delete', because }],
  columns: { guardian_id: id, at: when('op', 'at'), booking_id: id },
})

personalData('conversation_deed', {
  ...shared,
  what: {
    nl: 'formulieren over gesprekken die al zijn verwerkt',
    en: 'forms about conversations that were dealt with',
  },
  about: 'person_id',
  source: 'use',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [
    {
      after: 'conversation_deed.done_at',
      keep: { months: 1 },
      finally: 'delete',
      because: 'after a month no browser sends a form again',
    },
  ],
  columns: {
    person_id: id,
    request_key: internal(
      'identifier',
      'een willekeurig nummer: een formulier dat twee keer komt, telt één keer',
      'a random number: a form sent twice is one deed',
    ),
    done_at: when('verwerkt', 'dealt with'),
  },
})

personalData('conversation_wait', {
  ...shared,
  what: { nl: 'wachtlijst voor een gesprek', en: 'waiting list for a conversation' },
  about: 'pupil_id',
  alsoAbout: { guardian_id: [] },
  source: 'guardian',
  seenBy: family,
  retention: [{ after: 'conversation_wait.since', keep: schoolYear, finally: 'delete', because }],
  columns: {
    id,
    round_id: linked('ronde', 'round', 'conversation_round.title'),
    pupil_id: id,
    guardian_id: someone('ouder', 'guardian'),
    since: when('sinds', 'since'),
    offered_slot: linked('vrijgehouden tijd', 'time that is kept', 'conversation_slot.starts_at'),
    offered_until: when('vrijgehouden tot', 'kept until'),
  },
})

personalData('conversation_wish', {
  ...shared,
  what: { nl: 'samen of apart naar een gesprek', en: 'together or apart to a conversation' },
  about: 'guardian_id',
  alsoAbout: { pupil_id: [] },
  source: 'person',
  seenBy: family,
  retention: [{ after: 'conversation_wish.wished_at', keep: schoolYear, finally: 'delete', because }],
  columns: {
    round_id: linked('ronde', 'round', 'conversation_round.title'),
    pupil_id: someone('leerling', 'pupil'),
    guardian_id: id,
    wish: plain(
      'family',
      'de database bepaalt hiermee wie met wie komt',
      'the database decides by it who comes with whom',
    )('wens', 'wish', {
      together: ['samen', 'together'],
      apart: ['apart', 'apart'],
    }),
    wished_at: when('gekozen op', 'chosen on'),
  },
})

personalData('conversation_swap', {
  ...shared,
  what: { nl: 'vragen om te ruilen', en: 'questions to swap' },
  about: 'asked_by',
  source: 'person',
  seenBy: {
    nl: 'wie het vroeg; het andere gezin leest alleen de tijd',
    en: 'who asked; the other family reads the time only',
  },
  retention: [{ after: 'conversation_swap.asked_at', keep: schoolYear, finally: 'delete', because }],
  columns: {
    id,
    offered_booking: id,
    wanted_booking: id,
    asked_by: id,
    asked_at: when('gevraagd op', 'asked on'),
  },
})

personalData('conversation_notice', {
  ...shared,
  what: { nl: 'berichten over afspraken die veranderden', en: 'notices of appointments that changed' },
  about: 'pupil_id',
  source: 'school',
  seenBy: family,
  retention: [
    {
      after: 'conversation_notice.told_at',
      keep: { months: 1 },
      finally: 'delete',
      because: 'by then the conversation was, or was chosen anew',
    },
  ],
  columns: {
    id,
    round_id: linked('ronde', 'round', 'conversation_round.title'),
    pupil_id: id,
    kind: fact('wat er veranderde', 'what changed', {
      booked: ['gemaakt', 'made'],
      cancelled: ['afgezegd', 'cancelled'],
      moved: ['verzet', 'moved'],
      swapped: ['geruild', 'swapped'],
      kept: ['niet geruild', 'not swapped'],
      teacher: ['met iemand anders van school', 'with somebody else of the school'],
      parted: ['niet meer samen', 'no longer together'],
      together: ['de andere ouder wil samen komen', 'the other parent wishes to come together'],
    }),
    was_at: when('was op', 'was at'),
    now_at: when('nu op', 'now at'),
    told_at: when('verteld op', 'told on'),
  },
})

countsFrom('conversation_seat.at', { nl: 'na het gesprek', en: 'after the conversation' })
countsFrom('conversation_slot.starts_at', { nl: 'na het gesprek', en: 'after the conversation' })
countsFrom('conversation_guest.at', { nl: 'na het gesprek', en: 'after the conversation' })
countsFrom('conversation_deed.done_at', { nl: 'nadat het is verwerkt', en: 'after it was dealt with' })
countsFrom('conversation_wait.since', { nl: 'nadat iemand erop kwam', en: 'after somebody came onto it' })
countsFrom('conversation_wish.wished_at', { nl: 'nadat dit is gekozen', en: 'after this was chosen' })
countsFrom('conversation_swap.asked_at', { nl: 'nadat het is gevraagd', en: 'after it was asked' })
countsFrom('conversation_notice.told_at', { nl: 'nadat het is verteld', en: 'after it was told' })
