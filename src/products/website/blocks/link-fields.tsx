import type { Typed } from '#shared/access/form.ts'
import { Field, Select } from '#shared/ui/index.ts'
import type { OnSite } from './block.ts'
import { typedText } from './typed.ts'

/** Where a link leads: a page of the site to choose, or an address to type. The typed address counts when both are filled in. */
export const LinkFields = (props: {
  name: string
  on: OnSite
  typed: Typed
  words: { readonly page: string; readonly address: string; readonly addressHint: string }
  error?: string | undefined
}) => {
  const { name, on, typed, words, error } = props
  const value = typedText(typed[name]) ?? ''
  return (
    <>
      <Select
        name={`${name}Page`}
        label={words.page}
        options={[...on.pages.values()].map(({ id, title }) => ({ value: `page:${id}`, label: title }))}
        value={value.startsWith('page:') ? value : typedText(typed[`${name}Page`])}
        optional
      />
      <Field
        name={name}
        label={words.address}
        hint={words.addressHint}
        value={value.startsWith('page:') ? '' : value}
        error={error}
        maxLength={1000}
        optional
      />
    </>
  )
}

/** The two fields as one: what was typed, else the page that was chosen. */
export const joinedLinks = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const page = typed[`${name}Page`]
      return [name, value === '' && page ? page : value]
    }),
  )
