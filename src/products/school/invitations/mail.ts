import { mailTemplate } from '#shared/mail/index.ts'

/** Invites somebody; not who, and not of which child: two people may read one mailbox, and the page says whom it is for. */
export const invitationMail = mailTemplate<
  'Je uitnodiging voor Schoolplein',
  'Your invitation to Schoolplein',
  { page: URL; until: string }
>({
  nl: {
    subject: 'Je uitnodiging voor Schoolplein',
    letter: ({ page, until }) => ({
      paragraphs: [
        'School nodigt je uit om een account te maken. Daarmee zie je wat voor jou bedoeld is, en regel je dingen met school.',
        `De link is alleen voor jou. Hij werkt één keer, tot en met ${until}. Stuur deze mail niet door.`,
        'Heb je al een account, bijvoorbeeld van een andere school? Gebruik dan dat account. Je houdt er één.',
      ],
      action: { label: 'Open je uitnodiging', url: page },
      reason:
        'Je krijgt deze mail omdat school dit adres van je heeft. Is hij niet voor jou? Gooi hem weg en zeg het tegen school.',
    }),
  },
  en: {
    subject: 'Your invitation to Schoolplein',
    letter: ({ page, until }) => ({
      paragraphs: [
        'School invites you to make an account. With it you see what is meant for you, and arrange things with school.',
        `The link is only for you. It works once, up to and including ${until}. Do not pass this mail on.`,
        'Do you have an account already, for example from another school? Then use that account. You keep one.',
      ],
      action: { label: 'Open your invitation', url: page },
      reason:
        'You get this mail because school has this address of yours. Is it not for you? Throw it away and tell school.',
    }),
  },
})
