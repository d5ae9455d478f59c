import { preferredLanguage } from '#shared/language/index.ts'
import type { StandInTenant } from './stand-in.ts'

const words = {
  nl: {
    title: 'Dit is niet Microsoft',
    text: 'Dit is een oefenpagina op deze computer die zich gedraagt als Microsoft. Kies wie je bent.',
    cancel: 'Stop, ik wil niet inloggen',
    consent: 'Mag Schoolplein dit in deze tenant?',
    agree: 'Ja, namens de organisatie',
    refuse: 'Nee',
  },
  en: {
    title: 'This is not Microsoft',
    text: 'This is a practice page on this computer that behaves like Microsoft. Choose who you are.',
    cancel: 'Stop, I do not want to sign in',
    consent: 'May Schoolplein do this in this tenant?',
    agree: 'Yes, on behalf of the organisation',
    refuse: 'No',
  },
}

const safe = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Where an administrator of the tenant consents to what an application asks for. */
export const consentPage = ({ name, asksFor = [] }: StandInTenant, language: string | undefined): string => {
  const chosen = preferredLanguage(language, 'nl')
  const t = words[chosen]
  const list = asksFor.map((permission) => `<li>${safe(permission)}</li>`).join('')
  return `<!doctype html><html lang="${chosen}"><head><title>${t.title}</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>${t.title}</h1>
<h2>${safe(name)}</h2><p>${t.consent}</p><ul>${list}</ul><form method="post">
<p><button name="agree" value="yes">${t.agree}</button></p><p><button name="agree" value="no">${t.refuse}</button></p>
</form></main></body></html>`
}

/** The stand-in's own page, bare on purpose: nobody should take it for Microsoft, or for Schoolplein. */
export const choosePage = ({ name, people }: StandInTenant, language: string | undefined): string => {
  const chosen = preferredLanguage(language, 'nl')
  const t = words[chosen]
  const buttons = people.map(({ oid, name: called, userName, note }) => {
    const button = `<button name="person" value="${safe(oid)}">${safe(called)} (${safe(userName)})</button>`
    return `<p>${button}${note ? `<br>${safe(note[chosen])}` : ''}</p>`
  })
  return `<!doctype html><html lang="${chosen}"><head><title>${t.title}</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>${t.title}</h1>
<p>${t.text}</p><h2>${safe(name)}</h2><form method="post">${buttons.join('')}
<p><button name="person" value="">${t.cancel}</button></p></form></main></body></html>`
}
