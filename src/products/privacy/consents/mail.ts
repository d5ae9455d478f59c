import { mailTemplate } from '#shared/mail/index.ts'

/** Tells somebody that school asks something; not what, nor about whom. */
export const questionWaits = mailTemplate({
  nl: {
    subject: 'School vraagt of iets mag',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: [
        'Er staat een vraag van school voor je klaar. Log in om te zien wat er gevraagd wordt.',
        'Het hoeft niet: geen antwoord is nee, en daar verandert voor jou en je kind verder niets door.',
      ],
      action: { label: 'Bekijk de vraag', url: page },
      reason:
        'Je krijgt deze mail omdat je een account hebt bij deze school. Antwoord ja of nee, dan komt hij niet meer.',
    }),
  },
  en: {
    subject: 'School asks whether it may do something',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: [
        'A question of school waits for you. Sign in to see what is asked.',
        'Nothing is required: no answer is no, and nothing else changes for you and your child.',
      ],
      action: { label: 'See the question', url: page },
      reason:
        'You get this mail because you have an account at this school. Answer yes or no and it does not come again.',
    }),
  },
})
