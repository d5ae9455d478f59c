import { capital } from '#shared/language/index.ts'
import type { Child } from '#shared/ui/index.ts'
import { Empty, PageHead } from '#shared/ui/index.ts'
import type { homeTexts } from './texts.ts'

/** The parts of the modules under each other; one bold line when there are none. */
export const Today = ({
  t,
  day,
  parts,
  action,
}: {
  t: typeof homeTexts.nl
  day: string
  parts: readonly Child[]
  action: Child
}) => {
  const shown = parts.filter(Boolean)
  return (
    <>
      <PageHead title={t.today} text={capital(day)} end={action} />
      {shown.length > 0 ? shown : <Empty title={t.nothing}>{t.nothingText}</Empty>}
    </>
  )
}
