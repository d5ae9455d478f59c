import { dayLong, type Language } from '#shared/language/index.ts'
import { Details, Facts, Prose, Stack, Text } from '#shared/ui/index.ts'
import type { Keeping } from './keeping.ts'
import type { RequestWords } from './texts.ts'

type Props = { words: RequestWords; language: Language; keeping: Keeping; name: string }

/** What goes and what stays of somebody, with the law that says so. */
export const WhatStays = ({ words, language, keeping, name }: Props) => {
  const { demands, stays, goes, heldUntil, lastOfOffice, mustStay } = keeping
  const t = words.erasing
  return (
    <Stack>
      <Text>
        {heldUntil
          ? t.held(name, dayLong(language, heldUntil, { year: true }))
          : lastOfOffice
            ? t.lastOfOffice(name)
            : mustStay
              ? t.notNow(name)
              : t.can(name)}
      </Text>
      {(demands.length > 0 || stays.length > 0) && (
        <Facts facts={[...demands, ...stays].map(({ what, law }) => ({ term: what[language], text: law[language] }))} />
      )}
      <Details title={t.goes}>
        <Prose blocks={[{ kind: 'list', items: goes.map((what) => what[language]) }]} />
      </Details>
    </Stack>
  )
}
