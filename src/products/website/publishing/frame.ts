import { pick } from '#shared/language/index.ts'
import type { SiteFrame, SiteLink } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { above, isShown, type PageRow } from '../pages/tree.ts'
import type { SiteFacts } from './site.ts'
import { siteTexts } from './texts.ts'

export type Titled = PageRow & { readonly title: string }

/** The pages that strangers reach on a day: those that are published, and everything above them too. */
export const shownPages = <Page extends PageRow>(pages: readonly Page[], today: string): Page[] =>
  pages.filter((page) => [page, ...above(pages, page)].every((one) => isShown(one, today)))

/** The pages right under the home page: in the menu, or at the foot. */
const underHome = (pages: readonly Titled[], here: string, inMenu: boolean): SiteLink[] => {
  const home = pages.find(({ kind }) => kind === 'home')
  return pages
    .filter((page) => page.inMenu === inMenu && page.parent === home?.id)
    .map(({ path, title }) => ({
      to: path,
      word: title,
      current: here === path || here.startsWith(`${path}/`),
    }))
}

/** What stands around a page of the site: menu, ways in, and the foot with what the law asks for. */
export const frameOf = (site: SiteFacts, pages: readonly Titled[], here: string): SiteFrame => {
  const t = pick(site.language, siteTexts)
  const school = site.kind === 'school'
  const newsroom = pages.find(({ kind }) => kind === 'newsroom')
  return {
    language: site.language,
    theme: site.theme,
    colour: site.colour,
    name: site.name,
    home: urls.home(),
    logo: site.logo && { ...site.logo, address: urls.logo({ id: site.logo.id }) },
    menu: underHome(pages, here, true),
    search: { to: urls.searchSite(), word: t.search },
    signIn: { to: urls.signIn(), word: school ? t.signIn.school : t.signIn.other },
    foot: {
      lines: site.address.split('\n').filter(Boolean),
      phone: site.phone ? { to: `tel:${site.phone.replace(/[^+\d]/g, '')}`, word: site.phone } : null,
      email: site.email ? { to: `mailto:${site.email}`, word: site.email } : null,
      links: [
        ...underHome(pages, here, false),
        ...(school ? [{ to: urls.newAbsence(), word: t.reportIll }] : []),
        { to: urls.privacy(), word: t.privacy },
        { to: urls.accessibility(), word: t.accessibility },
      ],
    },
    feed: newsroom ? { to: urls.siteFeed(), word: t.feed(site.name) } : null,
    words: { skip: t.skip, menu: t.menu, foot: t.foot, here: t.here, scene: t.scene },
  }
}
