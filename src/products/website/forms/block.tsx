import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { blocksOf } from '#shared/language/prose.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Link, Prose, Select, Stack, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { blockKind } from '../blocks/block.ts'
import { typedText } from '../blocks/typed.ts'
import { blockWords } from './block-texts.ts'
import { FormView } from './public/form-view.tsx'
import { readersLine } from './public/readers-line.ts'
import { listForms, type SiteForm } from './queries.ts'
import { formTexts } from './texts.ts'

type Data = { readonly form: string }
type Facts = readonly { readonly form: SiteForm; readonly readers: { readonly nl: string; readonly en: string } }[]

const loaded = async (work: Work): Promise<Facts> => {
  const facts: { form: SiteForm; readers: { nl: string; en: string } }[] = []
  for (const form of await listForms(work))
    facts.push({ form, readers: { nl: await readersLine(work, 'nl', form), en: await readersLine(work, 'en', form) } })
  return facts
}

/** A form of the site in the middle of a page. The page is the same for everyone, so its stamp comes when somebody begins to type. */
export const formBlock = blockKind<Data, Facts>({
  type: 'form',
  word: { nl: 'Formulier', en: 'Form' },
  text: { nl: 'Contact, of een ander formulier dat je maakte.', en: 'Contact, or another form that you made.' },
  icon: 'mail',
  empty: { form: '' },
  form: z.object({ form: z.uuid('form') }),
  typedOf: ({ form }) => ({ form }),
  load: loaded,
  offers: true,
  script: true,
  Fields: ({ language, typed, problems, facts }) => {
    const t = pick(language, blockWords)
    const forms = (facts ?? []) as Facts
    return (
      <>
        <Select
          name="form"
          label={t.which}
          options={forms.map(({ form }) => ({ value: form.id, label: form.title }))}
          value={typedText(typed.form)}
          error={problems.form && t.choose}
        />
        <Text small>
          <Link to={urls.siteForms()}>{t.make}</Link>
        </Text>
      </>
    )
  },
  Show: ({ data, facts, on }) => {
    const found = facts.find(({ form }) => form.id === data.form && form.state === 'open')
    if (!found) return null
    const { form, readers } = found
    return (
      <Stack gap="loose">
        <h2>{form.title}</h2>
        <Prose blocks={blocksOf(form.intro)} />
        <FormView
          t={pick(on.language, formTexts)}
          language={on.language}
          form={form}
          readers={readers[on.language]}
          stamp={null}
        />
      </Stack>
    )
  },
  words: () => '',
  faults: ({ form }) => (form ? [] : [{ kind: 'empty', about: blockWords.nl.word }]),
})
