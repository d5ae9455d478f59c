import type { Context } from 'hono'
import { pick, preferredLanguage } from '#shared/language/index.ts'
import { Link, List, ProblemPage, Row, renderPage, securityHeaders } from '#shared/ui/index.ts'
import { addressOf as visitorOf } from './request.ts'
import type { Serving } from './serve.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

const texts = {
  nl: { title: 'Naar welke school?', text: 'Elke school heeft een eigen adres. Kies hieronder.' },
  en: { title: 'To which school?', text: 'Every school has an address of its own. Choose below.' },
}

const unknown = () =>
  new Response('Deze school kennen we hier niet. / We do not know this school here.', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/**
 * Answers on a host that is no organisation's. On the machine itself (`localhost`, as `bin/start` prints it) it leads to the
 * organisations that are here: to the only school at once. Anybody else learns nothing of who is a customer: 404.
 */
export const nowhere = async (c: Context, { sites, behindProxy }: Pick<Serving, 'sites' | 'behindProxy'>) => {
  const url = new URL(c.req.url)
  const named = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]'
  // A host is only a word: behind a proxy everybody comes from this machine.
  const here = !behindProxy && LOOPBACK.test(visitorOf(c, { behindProxy }))
  if (!named || !here || c.req.method !== 'GET') return unknown()
  const all = [...(await sites.all()).values()].filter(({ host, main }) => host === main)
  const schools = all.filter(({ kind }) => kind === 'school')
  const listed = schools.length > 0 ? schools : all
  const addressOf = (host: string) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ''}/`
  const [first, ...others] = listed
  if (!first) return unknown()
  if (others.length === 0) return new Response(null, { status: 303, headers: { Location: addressOf(first.main) } })
  const language = preferredLanguage(c.req.header('accept-language'), first.language)
  const t = pick(language, texts)
  const page = (
    <ProblemPage language={language} organisation="Schoolplein" theme={first} title={t.title} text={t.text}>
      <List label={t.title} roomy>
        {[...listed]
          .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
          .map(({ id, name, main }) => (
            <Row key={id} title={<Link to={addressOf(main)}>{name}</Link>} text={main} />
          ))}
      </List>
    </ProblemPage>
  )
  return new Response(renderPage(page), {
    headers: { ...securityHeaders({ secure: false, personal: false }), 'Content-Type': 'text/html; charset=utf-8' },
  })
}
