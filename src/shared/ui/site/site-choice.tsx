import { FieldError } from '../field.tsx'
import type { Child } from '../jsx.ts'
import { ownAddress } from '../link.tsx'

/** Fields of one row of a list, under a heading of their own. */
export function FieldGroup({ legend, children }: { legend: string; children: Child }) {
  return (
    <fieldset class="field-group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

type Way = { readonly to: string; readonly word: string }

type PictureOption = { readonly id: string; readonly alt: string; readonly src: string; readonly chosen: boolean }

/** Chooses one or several pictures by what they look like. `none` is the word for no picture. */
export function PictureChoice(props: {
  name: string
  label: string
  none: string | null
  many: boolean
  pictures: readonly PictureOption[]
  add: Way
  error?: string | undefined
}) {
  const { name, label, none, many, pictures, add, error } = props
  const id = `field-${name}`
  return (
    <fieldset
      class="picture-choice"
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>{label}</legend>
      <div>
        {none && (
          <label>
            <input type="radio" name={name} value="" checked={!pictures.some(({ chosen }) => chosen)} />
            <span>{none}</span>
          </label>
        )}
        {pictures.map((picture) => (
          <label key={picture.id}>
            <input type={many ? 'checkbox' : 'radio'} name={name} value={picture.id} checked={picture.chosen} />
            <img src={ownAddress(picture.src)} alt={picture.alt} loading="lazy" />
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <a href={ownAddress(add.to)}>{add.word}</a>
    </fieldset>
  )
}

/** Chooses documents by their names. */
export function DocumentChoice(props: {
  name: string
  label: string
  documents: readonly { readonly id: string; readonly title: string; readonly chosen: boolean }[]
  add: Way
  error?: string | undefined
}) {
  const { name, label, documents, add, error } = props
  const id = `field-${name}`
  return (
    <fieldset
      class="document-choice"
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>{label}</legend>
      {documents.map((document) => (
        <label key={document.id}>
          <input type="checkbox" name={name} value={document.id} checked={document.chosen} />
          <span>{document.title}</span>
        </label>
      ))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <a href={ownAddress(add.to)}>{add.word}</a>
    </fieldset>
  )
}
