import { capital, dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Empty,
  List,
  PageHead,
  PrintButton,
  PrintFoot,
  Readers,
  Row,
  Section,
  Stack,
  SumLine,
  Tabs,
  Tiles,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Purpose } from '../purposes/queries.ts'
import { wordsIn } from '../words.ts'
import type { InPicture, picturesOf } from './queries.ts'
import type { TeamTexts } from './texts.ts'

type Props = { readonly t: TeamTexts; readonly language: Language }

/** Which group is photographed. */
export const PictureGroups = ({
  t,
  groups,
}: {
  t: TeamTexts
  groups: readonly { readonly id: string; readonly name: string }[]
}) => (
  <>
    <PageHead title={t.title} text={groups.length > 0 ? t.text : undefined} />
    {groups.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.title} columns={2}>
        {groups.map(({ id, name }) => (
          <Row key={id} icon="users" title={name} to={urls.consentGroup({ group: id })} />
        ))}
      </List>
    )}
  </>
)

const placeOf = ({ t, language }: Props, { use, words }: Purpose): string =>
  use in t.places ? t.places[use as keyof typeof t.places] : wordsIn(words, language).title

const places = ({ t, language }: Props, purposes: readonly Purpose[], { notFor }: InPicture) =>
  notFor.length === purposes.length
    ? t.notAnywhere
    : t.notFor(notFor.map((one) => placeOf({ t, language }, one)).join(', '))

const Pupils = ({
  heading,
  pupils,
  text,
}: {
  heading: string
  pupils: readonly InPicture[]
  text?: (pupil: InPicture) => string
}) => (
  <Section heading={heading} count={pupils.length}>
    <List label={heading} columns={2}>
      {pupils.map((pupil) => (
        <Row key={pupil.id} person={pupil} title={pupil.name} text={text?.(pupil)} />
      ))}
    </List>
  </Section>
)

/** Who may not be in a picture, in one glance: those who may not first, in words and in tiles; made to be printed too. */
export const Pictures = ({
  t,
  language,
  group,
  today,
  found: { name, purposes, pupils },
  chosen,
}: Props & {
  group: string
  today: string
  found: NonNullable<Awaited<ReturnType<typeof picturesOf>>>
  chosen: Purpose | undefined
}) => {
  const mayNot = (pupil: InPicture) => (chosen ? pupil.notFor.includes(chosen) : pupil.notFor.length > 0)
  const [not, may] = [pupils.filter(mayNot), pupils.filter((pupil) => !mayNot(pupil))]
  const tabs = [
    { to: urls.consentGroup({ group }), word: t.everywhere, current: !chosen },
    ...purposes.map((one) => ({
      to: urls.consentGroup({ group }, { for: one.id }),
      word: capital(placeOf({ t, language }, one)),
      current: one === chosen,
    })),
  ]
  return (
    <>
      <BackLink to={urls.consentGroups()}>{t.back}</BackLink>
      <PageHead
        title={name}
        text={chosen ? `${t.title} ${capital(placeOf({ t, language }, chosen))}` : t.title}
        end={<PrintButton />}
      />
      {purposes.length === 0 ? (
        <Empty title={t.noPictures}>{t.noPicturesText}</Empty>
      ) : (
        <>
          <Tabs label={t.views} tabs={tabs} />
          <Stack>
            <SumLine
              sums={[
                { count: not.length, word: (chosen ? t.not : t.notAll)(not.length) },
                { count: may.length, word: t.yes },
              ]}
            />
            <Tiles
              kinds={pupils.map((pupil) => (mayNot(pupil) ? 'away' : 'here'))}
              label={t.tiles(not.length, may.length)}
            />
          </Stack>
          {not.length === 0 && <Empty title={chosen ? t.allMay : t.allEverywhere} />}
          {not.length > 0 && (
            <Pupils
              heading={chosen ? t.mayNot : t.notEverywhere}
              pupils={not}
              {...(chosen ? {} : { text: (pupil: InPicture) => places({ t, language }, purposes, pupil) })}
            />
          )}
          {may.length > 0 && <Pupils heading={chosen ? t.may : t.everywhere} pupils={may} />}
          <Readers>{t.readers}</Readers>
          <PrintFoot>{t.foot(name, dayLong(language, today, { year: true }))}</PrintFoot>
        </>
      )}
    </>
  )
}
