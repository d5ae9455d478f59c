import { type Language, listOf } from '#shared/language/index.ts'
import { BackLink, Button, Form, FormErrors, PageHead, Section } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Box, type BoxProps } from '../box-view.tsx'
import type { OwnGroup } from './beginning.ts'
import { Together, type TogetherProps } from './together-view.tsx'

type Props = BoxProps & {
  readonly language: Language
  readonly group: OwnGroup
  readonly requestKey: string
  readonly together: Omit<TogetherProps, 't'>
}

/** The first words of a conversation with the team of a group. */
export const Begin = ({ language, group, requestKey, together, ...box }: Props) => {
  const { t, problems } = box
  const children = listOf(
    language,
    group.children.map(({ givenName }) => givenName),
  )
  return (
    <>
      <BackLink to={urls.messages()}>{t.begin.back}</BackLink>
      <PageHead title={t.begin.title(group.name)} text={t.begin.text(children)} />
      <Section>
        <Form action={urls.beginMessages({ group: group.id })} requestKey={requestKey} resend multipart>
          {Object.keys(problems).length > 0 && <FormErrors />}
          <Box {...box} />
          <Button>{t.box.sendTo(t.begin.team(group.name))}</Button>
        </Form>
      </Section>
      <Together t={t} {...together} />
    </>
  )
}
