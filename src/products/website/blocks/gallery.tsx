import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import { Field, SiteGallery } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { pictureFaults } from './picture-checks.ts'
import { PictureField } from './picture-field.tsx'
import { blockTexts } from './texts.ts'
import { typedList, typedText } from './typed.ts'

type Data = { readonly title: string; readonly pictures: readonly string[] }

/** Several pictures beside each other. */
export const gallery = blockKind<Data>({
  type: 'gallery',
  word: { nl: 'Fotoalbum', en: 'Gallery' },
  text: { nl: 'Meer foto’s naast elkaar.', en: 'Several pictures beside each other.' },
  icon: 'grid-2x2',
  empty: { title: '', pictures: [] },
  form: z.object({
    title: z.string('heading').max(120, 'heading'),
    pictures: many(z.uuid('picture')).refine((chosen) => chosen.length > 0, 'pictures'),
  }),
  typedOf: (data) => data,
  Fields: ({ language, typed, problems, on }) => {
    const t = pick(language, blockTexts)
    return (
      <>
        <Field
          name="title"
          label={t.heading}
          value={typedText(typed.title)}
          error={problems.title && t.problems.heading}
          maxLength={120}
          optional
        />
        <PictureField
          name="pictures"
          on={on}
          chosen={typedList(typed.pictures)}
          many
          words={{ ...t.picture, label: t.pictures }}
          error={problems.pictures && t.problems.pictures}
        />
      </>
    )
  },
  Show: ({ data, on }) => (
    <SiteGallery
      title={data.title}
      pictures={data.pictures.flatMap((id) => {
        const picture = on.pictures.get(id)
        return picture ? [picture] : []
      })}
    />
  ),
  words: ({ title }) => title,
  pictures: ({ pictures }) => pictures,
  faults: ({ pictures }, on) => pictureFaults(pictures, on),
})
