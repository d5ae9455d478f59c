import { countsFrom, internal, personalData, plain, someone, whoDidIt } from '#shared/vault/declaration.ts'

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; rijen worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const fact = internal(
  'ordinary',
  'een keuze van de school over de eigen website, die iedereen ziet',
  'a choice of the school about its own site, which everyone sees',
)
const told = internal(
  'ordinary',
  'het is geschreven om door iedereen op de website te worden gelezen',
  'it is written to be read by everyone on the site of the school',
)

const texts = {
  about: 'nobody',
  purpose: 'school-administration',
  seenBy: { nl: 'iedereen', en: 'everyone' },
  retention: [],
} as const

personalData('site', {
  ...texts,
  what: { nl: 'de website van school', en: 'the website of the school' },
  columns: {
    theme: fact,
    tagline: told,
    address: told,
    phone: told,
    email: told,
    live: fact,
    made_at: fact,
  },
})

personalData('site_page', {
  ...texts,
  what: { nl: 'pagina’s van de website', en: 'pages of the website' },
  retention: [
    {
      after: 'site_page.removed_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'a page that was removed by mistake is missed within a school year',
    },
  ],
  columns: {
    id,
    parent_id: id,
    kind: fact,
    slug: told,
    position: fact,
    in_menu: fact,
    draft: fact,
    published: fact,
    published_at: fact,
    publish_at: fact,
    expires_on: fact,
    owner_id: someone('zorgt ervoor', 'looks after it'),
    review_on: fact,
    made_at: fact,
    removed_at: fact,
  },
})

personalData('site_revision', {
  what: { nl: 'versies van pagina’s van de website', en: 'versions of pages of the website' },
  about: 'made_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'school-administration',
  seenBy: { nl: 'wie aan de website werkt', en: 'who works on the website' },
  retention: [
    {
      after: 'site_revision.replaced_at',
      keep: { years: 2 },
      finally: 'delete',
      because: 'a school looks back at what its site said last year',
    },
  ],
  columns: {
    page_id: id,
    number: fact,
    previous: fact,
    content: told,
    made_by: internal(
      'identifier',
      'een willekeurig nummer dat niets zegt; de naam staat verzegeld bij de persoon',
      'a random number that says nothing; the name stands sealed with the person',
    ),
    made_at: plain(
      'activity',
      'de nieuwste staat bovenaan, en oude versies gaan ermee weg',
      'the newest comes first, and old versions go by it',
    )('geschreven op', 'written on'),
    replaced_at: fact,
    published_at: plain(
      'activity',
      'welke versies op de website stonden',
      'which versions stood on the site',
    )('op de website sinds', 'on the website since'),
  },
})

personalData('site_redirect', {
  ...texts,
  what: { nl: 'oude adressen van pagina’s', en: 'old addresses of pages' },
  columns: { path: told, page_id: id, made_at: fact },
})

personalData('published_file', {
  ...texts,
  what: { nl: 'wat op de website staat', en: 'what stands on the website' },
  columns: {
    path: told,
    type: fact,
    etag: fact,
    body: told,
    moved_to: told,
    image_id: id,
    variant: fact,
    file_id: id,
    title: told,
    summary: told,
    words: told,
    search: told,
  },
})

personalData('site_picture', {
  ...texts,
  what: { nl: 'foto’s en tekeningen voor de website', en: 'photos and drawings for the website' },
  columns: {
    id,
    alt: told,
    focus: fact,
    children: fact,
    width: fact,
    height: fact,
    made_by: someone('opgestuurd door', 'uploaded by'),
    made_at: fact,
  },
})

personalData('site_picture_pupil', {
  what: { nl: 'wie er op een foto van de website staat', en: 'who is on a picture of the website' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'accountability',
  seenBy: { nl: 'wie aan de website werkt', en: 'who works on the website' },
  retention: [
    {
      after: 'person.left_on',
      keep: { years: 2 },
      finally: 'delete',
      because: 'for as long as the consent that it is compared with',
    },
  ],
  columns: {
    picture_id: internal(
      'image',
      'een nummer; de foto zelf staat versleuteld in de opslag',
      'a number; the picture itself is sealed in the store',
    ),
    pupil_id: id,
  },
})

personalData('site_document', {
  ...texts,
  what: { nl: 'documenten van de website', en: 'documents of the website' },
  columns: {
    id,
    title: told,
    type: fact,
    bytes: fact,
    made_by: someone('opgestuurd door', 'uploaded by'),
    made_at: fact,
  },
})

personalData('site_event', {
  ...texts,
  what: { nl: 'agenda van de website', en: 'calendar of the website' },
  retention: [
    {
      after: 'site_event.to_on',
      keep: { years: 1 },
      finally: 'delete',
      because: 'next year’s calendar is made from this year’s',
    },
  ],
  columns: {
    id,
    title: told,
    text: told,
    place: told,
    from_on: fact,
    to_on: fact,
    starts: fact,
    ends: fact,
    made_by: someone('ingevuld door', 'entered by'),
    made_at: fact,
  },
})

countsFrom('site_page.removed_at', { nl: 'nadat de pagina is weggehaald', en: 'after the page was removed' })
countsFrom('site_revision.replaced_at', { nl: 'na de volgende versie', en: 'after the next version' })
countsFrom('site_event.to_on', { nl: 'na de laatste dag', en: 'after the last day' })
