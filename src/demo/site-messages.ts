import type { DemoMessage } from './write-site-forms.ts'

/** What visitors of the demo's sites sent, by host. Nobody of these exists. */
export const siteMessages: Readonly<Record<string, readonly DemoMessage[]>> = {
  vuurtoren: [
    {
      form: 'contact',
      name: 'Saskia van Doren',
      mail: 'saskia@voorbeeld.example',
      answers: {
        subject: 'Aanmelden van mijn kind',
        message: 'Wij verhuizen in mei naar Den Helder. Is er dan nog plek in groep 3? We komen graag een keer kijken.',
      },
      daysAgo: 1,
    },
    {
      form: 'contact',
      name: 'Buurtvereniging De Kade',
      mail: 'bestuur@dekade.example',
      answers: {
        subject: 'Iets anders',
        phone: '0223 555 012',
        message:
          'Mogen wij op zaterdag 12 december het schoolplein gebruiken voor de kerstmarkt? We ruimen alles zelf op.',
      },
      daysAgo: 3,
    },
    {
      form: 'contact',
      name: 'Олена Коваль',
      mail: 'olena@voorbeeld.example',
      answers: {
        subject: 'Een vraag',
        message: 'Dobryj den. Mijn dochter is 7 en spreekt nog weinig Nederlands. Is er hulp op school? Дякую!',
      },
      daysAgo: 9,
      state: 'answered',
      steps: [
        {
          what: 'answered',
          text: 'Welkom! Op maandag en donderdag is er taalles in een klein groepje. Kom gerust kijken, wij bellen je morgen.',
          daysAgo: 8,
        },
        { what: 'wrote-back', text: 'Dank je wel! Donderdag is goed.', daysAgo: 7 },
        { what: 'answered', text: 'Tot donderdag om 9.00 uur bij de grote deur.', daysAgo: 7 },
      ],
    },
    {
      form: 'contact',
      name: 'Growth Partner',
      mail: 'sales@growth.example',
      answers: {
        subject: 'Iets anders',
        message: 'Best SEO services! https://a.example https://b.example https://c.example',
      },
      daysAgo: 2,
      held: 'links',
    },
    {
      form: 'complaint',
      name: 'Peter Haverkamp',
      mail: 'p.haverkamp@voorbeeld.example',
      answers: {
        about: 'Hoe er met gegevens is omgegaan',
        message: 'In een mail aan alle ouders stond mijn telefoonnummer. Dat had ik niet gezegd.',
        wish: 'Dat het nummer wordt verwijderd en dat ik hoor hoe het kwam.',
      },
      daysAgo: 18,
    },
    {
      form: 'privacy',
      name: 'Ilse Verbeek',
      mail: 'ilse.verbeek@voorbeeld.example',
      answers: { what: 'Iets laten wissen', message: 'Mijn kind stond op de wachtlijst. Willen jullie dat wissen?' },
      daysAgo: 24,
    },
    {
      form: 'visit',
      name: 'Jasper en Mei Lin Hendriks',
      mail: 'hendriks@voorbeeld.example',
      answers: { phone: '06 5550 1234', from: '2027-08-23', days: 'Dinsdag\nVrijdag', people: '2' },
      daysAgo: 4,
    },
  ],
  molen: [
    {
      form: 'contact',
      name: 'Bloemenkwekerij Van Zanten',
      mail: 'info@vanzanten.example',
      answers: {
        subject: 'Iets anders',
        message: 'We hebben bollen over. Wil de school ze hebben voor de tuin?',
      },
      daysAgo: 2,
    },
    {
      form: 'visit',
      name: 'Fleur Brouwer',
      mail: 'fleur@voorbeeld.example',
      answers: { phone: '06 5550 4321', days: 'Woensdag', people: '1' },
      daysAgo: 6,
      state: 'closed',
      steps: [
        { what: 'noted', text: 'Gebeld: komt woensdag om 10 uur.', daysAgo: 5 },
        { what: 'closed', daysAgo: 5 },
      ],
    },
  ],
  supplier: [
    {
      form: 'contact',
      name: 'Stichting De Kring',
      mail: 'bestuur@dekring.example',
      answers: {
        subject: 'Een vraag',
        message: 'Wij hebben zes scholen. Kunnen jullie eens laten zien hoe het werkt?',
      },
      daysAgo: 5,
    },
  ],
}
