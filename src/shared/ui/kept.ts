import { keptInBrowser } from '#shared/kept-in-browser.ts'

/** What the script of a page keeps (`behaviours/embed.ts`), and the service worker (`service-worker.ts`), under these names. */
keptInBrowser({
  name: 'embeds',
  where: 'local-storage',
  why: {
    nl: 'Zo vragen we niet steeds opnieuw of een kaart of video van een ander bedrijf getoond mag worden.',
    en: 'By this we do not ask again and again whether a map or video of another company may be shown.',
  },
  when: {
    nl: 'als je bij een kaart of video “Onthoud dit” kiest',
    en: 'when you choose “Remember this” with a map or video',
  },
  until: { nl: 'tot je het hieronder vergeet', en: 'until you forget it below' },
})
keptInBrowser({
  name: 'public',
  where: 'cache',
  why: {
    nl: 'Een pagina die zegt dat er geen verbinding is, met haar opmaak. Er staat niets van jou in.',
    en: 'A page that says that there is no connection, with its looks. Nothing of you is in it.',
  },
  when: { nl: 'als je het portaal of de inlogpagina opent', en: 'when you open the portal or the page to sign in' },
  until: { nl: 'tot je browser het wist', en: 'until your browser clears it' },
})
keptInBrowser({
  name: 'today',
  where: 'cache',
  why: {
    nl: 'Je eerste pagina van vandaag, zodat je die ook zonder verbinding kunt lezen.',
    en: 'Your first page of today, so that you can read it without a connection.',
  },
  when: { nl: 'als je bent ingelogd', en: 'when you are signed in' },
  until: { nl: 'tot je uitlogt', en: 'until you sign out' },
})
