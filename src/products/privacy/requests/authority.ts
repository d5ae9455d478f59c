/** The Dutch supervisory authority (art. 77 GDPR; PROMISES P68). */
export const authority = {
  name: 'Autoriteit Persoonsgegevens',
  post: 'Postbus 93374, 2509 AJ Den Haag',
  phone: '088 180 52 50',
  site: 'https://www.autoriteitpersoonsgegevens.nl',
} as const
