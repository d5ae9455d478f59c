import { PictureChoice } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { OnSite } from './block.ts'

/** Chooses from the pictures of the site; where there are none, or another is needed, the way to add one. */
export const PictureField = (props: {
  name: string
  on: OnSite
  chosen: readonly string[]
  many?: boolean
  words: { readonly label: string; readonly none: string; readonly add: string }
  error?: string | undefined
}) => {
  const { name, on, chosen, many, words, error } = props
  return (
    <PictureChoice
      name={name}
      label={words.label}
      none={many ? null : words.none}
      many={many ?? false}
      pictures={[...on.pictures.values()].map(({ id, alt, sizes }) => ({
        id,
        alt,
        src: sizes[0]?.webp ?? '',
        chosen: chosen.includes(id),
      }))}
      add={{ to: urls.sitePictures(), word: words.add }}
      error={error}
    />
  )
}
