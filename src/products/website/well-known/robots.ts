import { urls } from '#src/urls.ts'

/** What no search engine has to ask for: what is behind sign-in, and what is one visitor's own. */
const kept = [urls.signIn(), urls.me(), '/sent/', '/embed/', '/site/', '/settings', urls.live()]

/** What search engines may visit. While there is no site, nothing. */
export const robotsTxt = (origin: string, live: boolean): string =>
  live
    ? ['User-agent: *', ...kept.map((path) => `Disallow: ${path}`), `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
    : 'User-agent: *\nDisallow: /\n'
