import { childrenSpokenForBy, namesOf } from '#products/school/index.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { BackLink, PageHead, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { decideThemselves } from './consents/ages.ts'

const texts = {
  nl: {
    title: (name: string) => `Dit is nu van ${name}`,
    text: (name: string) =>
      `${name} is 16 of ouder. Wat school weet en wie keek, ziet ${name} nu zelf, en niemand anders. Zo staat het in de wet (artikel 5, lid 4, UAVG).`,
    back: (name: string) => name,
  },
  en: {
    title: (name: string) => `This is up to ${name} now`,
    text: (name: string) =>
      `${name} is 16 or older. What the school knows and who looked, ${name} now sees alone. The law says so (article 5(4) UAVG, the Dutch GDPR implementation act).`,
    back: (name: string) => name,
  },
}

/** What a guardian reads about a child of theirs that is 16 and has taken over; 404 for a child that is not theirs. */
export const handedOver = async (visit: Visit<string, Me>, child: string): Promise<Response> => {
  const { work, me, language } = visit
  const mine = await childrenSpokenForBy(work, me.id).where('tie.pupil_id', '=', child).execute()
  if (mine.length === 0 || !(await decideThemselves(work, [child])).has(child)) return visit.notFound()
  const name = (await namesOf(work, [child])).get(child)?.givenName
  if (!name) return visit.notFound()
  const t = pick(language, texts)
  return visit.page(
    { title: t.title(name) },
    <>
      <BackLink to={urls.child({ id: child })}>{t.back(name)}</BackLink>
      <PageHead title={t.title(name)} />
      <Text>{t.text(name)}</Text>
    </>,
  )
}
