import { internal, personalData, someone } from '#shared/vault/declaration.ts'

const published = internal(
  'contact',
  'het staat open voor iedereen, zoals de standaard vraagt (RFC 9116)',
  'it is published to everyone, as its law and standard ask (RFC 9116)',
)

personalData('site_security_contact', {
  what: { nl: 'waar je een zwakke plek meldt', en: 'where a weakness is reported' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'iedereen', en: 'everyone' },
  retention: [],
  columns: {
    contact: published,
    policy: published,
    changed_by: someone('gewijzigd door', 'changed by'),
    changed_at: internal('activity', 'zegt wanneer het voor het laatst is gewijzigd', 'says when it was changed last'),
  },
})
