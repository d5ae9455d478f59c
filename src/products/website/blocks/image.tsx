import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { Field, SitePicture } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { pictureFaults } from './picture-checks.ts'
import { PictureField } from './picture-field.tsx'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly picture: string; readonly caption: string }

/** One picture with a line under it. */
export const image = blockKind<Data>({
  type: 'image',
  word: { nl: 'Foto', en: 'Picture' },
  text: { nl: 'Eén foto of tekening, met een zin eronder.', en: 'One photo or drawing, with a line under it.' },
  icon: 'image',
  empty: { picture: '', caption: '' },
  form: z.object({ picture: z.uuid('picture'), caption: z.string('long').max(200, 'long') }),
  typedOf: (data) => data,
  Fields: ({ language, typed, problems, on }) => {
    const t = pick(language, blockTexts)
    return (
      <>
        <PictureField
          name="picture"
          on={on}
          chosen={[typedText(typed.picture) ?? '']}
          words={t.picture}
          error={problems.picture && t.problems.picture}
        />
        <Field
          name="caption"
          label={t.caption}
          value={typedText(typed.caption)}
          error={problems.caption && t.problems.long}
          maxLength={200}
          optional
        />
      </>
    )
  },
  Show: ({ data, on }) => {
    const picture = on.pictures.get(data.picture)
    return picture ? <SitePicture picture={picture} caption={data.caption} /> : null
  },
  words: ({ caption }) => caption,
  pictures: ({ picture }) => [picture],
  faults: ({ picture }, on) => pictureFaults([picture], on),
})
