/** The columns of the example, as Dutch pupil administrations call them; every one of them is recognised. */
const HEADER = [
  ...['Leerlingnummer', 'Roepnaam leerling', 'Voorvoegsel leerling', 'Achternaam leerling', 'Geboortedatum', 'Groep'],
  ...[1, 2].flatMap((slot) =>
    [
      ...['Relatie', 'Roepnaam', 'Voorletters', 'Voorvoegsel', 'Achternaam', 'E-mail', 'Mobiel', 'Gezag'],
      ...['Woont bij', 'Taal', 'Geheim telefoonnummer'],
    ].map((word) => `${word} verzorger ${slot}`),
  ),
]

const ROWS = [
  [
    ...['10231', 'Sanne', 'van den', 'Berg', '14-03-2018', 'Groep 4'],
    ...[
      'moeder',
      'Ilse',
      'I.',
      '',
      'Kuipers',
      'ilse.kuipers@voorbeeld.nl',
      '06-00000001',
      'ja',
      'ja',
      'Nederlands',
      'nee',
    ],
    ...[
      'vader',
      'Joris',
      'J.',
      'van den',
      'Berg',
      'joris@voorbeeld.nl',
      '06-00000002',
      'ja',
      'nee',
      'Nederlands',
      'nee',
    ],
  ],
  [
    ...['10232', 'Yusuf', '', 'Demir', '02-11-2015', 'Groep 6'],
    ...['moeder', 'Elif', 'E.', '', 'Demir', 'elif.demir@voorbeeld.nl', '06-00000003', 'ja', 'ja', 'Turks', 'nee'],
    ...['pleegvader', 'Henk', 'H.', 'de', 'Wit', '', '', 'onbekend', 'ja', '', 'ja'],
  ],
]

/** An example file that opens well in a Dutch Excel: semicolons, a byte order mark, and nobody who exists. */
export const guardianTemplate = `\ufeff${[HEADER, ...ROWS].map((cells) => cells.join(';')).join('\r\n')}\r\n`
