import { type FieldCommon, Labelled } from './field.tsx'
import { useWords } from './language-context.ts'
import { ownAddress } from './link.tsx'

/**
 * Many files at once, in a form with `multipart`. With script each is sent in parts as soon as it is chosen, with its progress, and goes on
 * after a broken line; then the form is sent by the button named `then` (`name=value`) with the field `upload` for each. Without
 * script the form itself takes them along, under `name`.
 */
export function UploadField({
  purpose,
  to,
  accept,
  then,
  ...field
}: Omit<FieldCommon, 'value' | 'optional'> & {
  /** The purpose's name, and where uploads begin. */
  purpose: string
  to: string
  accept: string
  then: string
}) {
  const words = useWords().uploads
  return (
    <Labelled field={{ ...field, mayBeEmpty: true }}>
      {(bound) => (
        <div
          class="uploads"
          data-behaviour="uploads"
          data-purpose={purpose}
          data-to={ownAddress(to)}
          data-then={then}
          data-waits={words.waits}
          data-failed={words.failed}
          data-ready={words.ready}
        >
          <input {...bound} class="box" type="file" accept={accept} multiple />
          <ul aria-live="polite" hidden />
        </div>
      )}
    </Labelled>
  )
}
