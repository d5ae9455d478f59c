import type { PageOptions, Visit } from '#shared/access/visit.ts'
import { PlainScreen, Stack } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'

/** A page of the public site that is made for one visitor: a form, a message that somebody sent. */
export const publicPage = (visit: Visit, options: PageOptions, heading: string, content: Child): Response =>
  visit.page(
    { ...options, bare: true },
    <PlainScreen title={heading}>
      <Stack gap="loose">{content}</Stack>
    </PlainScreen>,
  )
