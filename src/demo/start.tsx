import type { Context } from 'hono'
import { type Language, pick, preferredLanguage } from '#shared/language/index.ts'
import {
  Heading,
  Page,
  PeopleGroup,
  PersonChoice,
  productTheme,
  renderPage,
  StartScreen,
  securityHeaders,
  Text,
  Tour,
  TourStep,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { dayOf } from './calendar.ts'
import { demoPeopleToBe, startPage } from './people.ts'
import { demoOrganisations } from './schools.ts'
import { demoTexts } from './texts.ts'
import { tour } from './tour.ts'

/** The host of the start page; organisations are below it. */
const START_HOST = 'localhost'
const LOOPBACK = ['127.0.0.1', '[::1]']

/** `:3000` of `vuurtoren.localhost:3000`; nothing for the port that goes without saying. */
const portOf = (host: string): string => /:\d+$/.exec(host)?.[0] ?? ''

/** The address of the start page as seen from an organisation's host: `http://localhost:3000/`. */
export const startAddress = (host: string): string => `${startOrigin(host)}/`

/** The origin whose page may sign somebody in on this host. */
export const startOrigin = (host: string): string => `http://${START_HOST}${portOf(host)}`

const hostAddress = (label: string, host: string) => `http://${label}.${START_HOST}${portOf(host)}`

/**
 * The headers of every page but for two: its forms may be posted to the demo's hosts, which are named one by one, and
 * these hosts are told the origin, so that they can let this page in and no other.
 */
const headersFor = (host: string): Record<string, string> => {
  const headers = securityHeaders({ secure: false, personal: false })
  const targets = [...new Set(demoPeopleToBe.map((person) => hostAddress(person.host, host)))]
  return {
    ...headers,
    'Content-Security-Policy': headers['Content-Security-Policy']!.replace(
      "form-action 'self'",
      `form-action ${targets.join(' ')}`,
    ),
    'Referrer-Policy': 'strict-origin',
  }
}

/** What the demo answers on hosts that are no organisation's: the start page on `localhost`, the way there on 127.0.0.1. */
export const demoStart = (c: Context): Response | undefined => {
  const { hostname, pathname } = new URL(c.req.url)
  const host = c.req.header('host') ?? ''
  if (c.req.method !== 'GET' || pathname !== urls.home()) return undefined
  if (LOOPBACK.includes(hostname)) return c.redirect(startAddress(host), 303)
  if (hostname !== START_HOST) return undefined
  const language = preferredLanguage(c.req.header('accept-language'), 'nl')
  return c.html(renderPage(<StartPage language={language} host={host} />), 200, headersFor(host))
}

/** "Who do you want to be?": everyone is a form of one button. */
const StartPage = ({ language, host }: { language: Language; host: string }) => {
  const t = pick(language, demoTexts)
  const organisations = demoOrganisations(dayOf(new Date()))
  const blocks = startPage.map(({ title, hosts, people }) => {
    const one = hosts.length === 1 ? organisations.find((organisation) => organisation.host === hosts[0]) : undefined
    return { title: title[language], text: one?.tagline[language] ?? t.around, one, people }
  })
  const schools = blocks.flatMap(({ one }) => (one ? [{ hue: one.hue, chroma: one.chroma }] : []))
  return (
    <Page language={language} title={t.question} organisation={t.product} theme={productTheme} otherThemes={schools}>
      <StartScreen product={t.product} title={t.title} text={t.text}>
        <Heading level={2}>{t.tour}</Heading>
        <Text quiet>{t.tourHelp}</Text>
        <Tour>
          {tour.map(({ host: label, person, next, ...words }, index) => (
            <TourStep
              number={index + 1}
              title={words[language][0]}
              text={words[language][1]}
              action={`${hostAddress(label, host)}${urls.demoSignIn()}`}
              fields={{ person, next }}
            />
          ))}
        </Tour>
        <Heading level={2}>{t.question}</Heading>
        <Text quiet>{t.help}</Text>
        {blocks.map(({ title, text, one, people }, block) => (
          <PeopleGroup
            mark={one && one.mark !== 'neutral' ? one.mark : 'square'}
            {...(one ? { school: { hue: one.hue, chroma: one.chroma } } : {})}
            name={title}
            text={text}
          >
            {people.map((person, index) => (
              <PersonChoice
                id={person.personId}
                name={person.name}
                role={person.role[language]}
                text={person.see[language]}
                action={`${hostAddress(person.host, host)}${urls.demoSignIn()}`}
                field={{ name: 'person', value: person.key }}
                first={block === 0 && index === 0}
              />
            ))}
          </PeopleGroup>
        ))}
      </StartScreen>
    </Page>
  )
}
