import { BackLink, Button, Form, FormErrors, PageHead, type ReaderNames, TextArea } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { MessageTexts } from '../texts.ts'

type Props = {
  readonly t: MessageTexts
  readonly at: { readonly thread: string; readonly message: string }
  readonly text: string
  readonly problem: string | undefined
  readonly readers: { readonly readers: string; readonly readerNames: ReaderNames | undefined }
}

/** An own message, to correct. */
export const CorrectForm = ({ t, at, text, problem, readers }: Props) => (
  <>
    <BackLink to={urls.messageThread({ thread: at.thread })}>{t.correct.back}</BackLink>
    <PageHead title={t.correct.title} text={t.correct.text} />
    <Form action={urls.correctMessage(at)} resend>
      {problem && <FormErrors />}
      <TextArea
        name="text"
        label={t.correct.label}
        rows={6}
        value={text}
        error={problem}
        maxLength={5_000}
        {...readers}
      />
      <Button>{t.correct.button}</Button>
    </Form>
  </>
)
