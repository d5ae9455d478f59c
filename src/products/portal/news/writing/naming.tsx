import { z } from 'zod'
import { consentOf } from '#products/privacy/index.ts'
import { findGroup, listGroups } from '#products/school/index.ts'
import { many } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  Check,
  Choice,
  Empty,
  Field,
  Form,
  FormErrors,
  PageHead,
  Picture,
  Readers,
  Stack,
  Tabs,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { describePhoto, removePhotos } from '../photos.ts'
import { writer } from '../rules.ts'
import { newsTexts } from '../texts.ts'
import { type Draft, findDraft } from './draft.ts'
import { addedTo, type DraftPhoto } from './queries.ts'

type Found = { readonly draft: Draft; readonly photo: DraftPhoto }
type Problems = { readonly alt?: true; readonly who?: true }

const posted = z.object({
  alt: z.string().max(300).default(''),
  pupil: many(z.uuid()),
  nobody: z.string().optional(),
  group: z.string().default(''),
  do: z.string().default('save'),
})

const find = async ({ work, me, params }: Visit<'/news/:id/photos/:photo', Me>): Promise<Found | null> => {
  const draft = await findDraft(work, me, params.id)
  const photo = draft && (await addedTo(work, draft.id)).photos.find(({ id }) => id === params.photo)
  return draft && photo ? { draft, photo } : null
}

/** The groups to choose names from: those it is for, or, for the whole school, one at a time. */
const groupsFor = async ({ work, me, query, typed }: Visit<string, Me>, draft: Draft) => {
  if (!draft.wholeSchool) return { shown: draft.groups, all: [] }
  const all = await listGroups(work, me)
  const asked = query.get('group') ?? (typeof typed.group === 'string' ? typed.group : '')
  const chosen = all.find(({ id }) => id === asked) ?? all[0]
  return { shown: chosen ? [chosen.id] : [], all }
}

const pupilsOf = async ({ work, me }: Visit<string, Me>, groups: readonly string[]) => {
  const found = await Promise.all(groups.map((group) => findGroup(work, me, group)))
  const pages = found.filter((page) => page !== null)
  const consents = await consentOf(
    work,
    'photo-app',
    pages.flatMap(({ pupils }) => pupils.map(({ id }) => id)),
  )
  return pages.map(({ id, name, pupils }) => ({
    id,
    name,
    pupils: pupils.map((pupil) => ({ ...pupil, may: consents.get(pupil.id)?.may ?? false })),
  }))
}

const show = async (
  visit: Visit<string, Me>,
  { draft, photo }: Found,
  chosen: readonly string[],
  problems: Problems = {},
) => {
  const t = pick(visit.language, newsTexts)
  const { shown, all } = await groupsFor(visit, draft)
  const groups = await pupilsOf(visit, shown)
  const at = { id: draft.id, photo: photo.id }
  const nobody = problems.who ? false : photo.people === 0
  return visit.page(
    { title: t.naming.title(photo.number), status: Object.keys(problems).length > 0 ? 422 : 200 },
    <>
      <BackLink to={urls.editNews({ id: draft.id })}>{t.naming.back}</BackLink>
      <PageHead title={t.naming.title(photo.number)} />
      {photo.broken ? (
        <Empty title={t.naming.gone} />
      ) : (
        <Picture src={urls.newsPicture({ ...at, size: 'small' })} alt={photo.alt || t.photo(photo.number)} />
      )}
      {all.length > 1 && (
        <Tabs
          label={t.naming.otherGroup}
          tabs={all.map(({ id, name }) => ({
            to: urls.namePhoto(at, { group: id }),
            word: name,
            current: shown.includes(id),
          }))}
        />
      )}
      <Form action={urls.namePhoto(at)} hidden={{ group: draft.wholeSchool ? (shown[0] ?? '') : '' }}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="alt"
          label={t.naming.alt}
          hint={t.naming.altHint}
          value={typeof visit.typed.alt === 'string' ? visit.typed.alt : photo.alt}
          error={problems.alt && t.naming.altProblem}
          maxLength={300}
        />
        <Readers>{t.naming.readers}</Readers>
        {groups.map((group) => (
          <Choice
            key={group.id}
            name="pupil"
            legend={t.naming.who(group.name)}
            several
            columns={2}
            options={group.pupils.map(({ id, name, may }) => ({
              value: id,
              label: name,
              ...(may ? {} : { hint: t.naming.mayNot }),
            }))}
            chosen={chosen}
            error={problems.who && t.naming.problem}
          />
        ))}
        <Check name="nobody" label={t.naming.nobody} checked={nobody} />
        <Stack>
          <Actions>
            <Button name="do" value="save" icon="check">
              {t.naming.save}
            </Button>
            <Button name="do" value="remove" look="alert-line" icon="trash-2">
              {t.compose.removePhoto(photo.number)}
            </Button>
          </Actions>
        </Stack>
      </Form>
    </>,
  )
}

/** Says who is in a photo and what is in it, with the list of the group: nobody's face is recognised by a machine. */
export const namingRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Zeggen wie er op een foto bij nieuws staat', en: 'Saying who is in a photo with news' })
    .get(urls.namePhoto, writer, async (visit) => {
      const found = await find(visit)
      if (!found) return visit.notFound()
      return show(
        visit,
        found,
        found.photo.pupils.map(({ id }) => id),
      )
    })
    .post(urls.namePhoto, writer, async (visit) => {
      const found = await find(visit)
      const form = visit.form(posted)
      if (!found || !form.ok) return visit.notFound()
      const { draft, photo } = found
      const back = urls.editNews({ id: draft.id })
      if (form.value.do === 'remove') {
        await removePhotos(visit.work, [photo.id])
        return visit.seeOther(back)
      }
      const { shown } = await groupsFor(visit, draft)
      const known = (await pupilsOf(visit, shown)).flatMap(({ pupils }) => pupils.map(({ id }) => id))
      // Names of another group, said before, stay.
      const others = draft.wholeSchool ? photo.pupils.map(({ id }) => id).filter((id) => !known.includes(id)) : []
      const chosen = [...others, ...form.value.pupil.filter((id) => known.includes(id))]
      const said = form.value.nobody === 'yes'
      const problems: Problems = {
        ...(form.value.alt ? {} : { alt: true }),
        ...(chosen.length > 0 !== said ? {} : { who: true }),
      }
      if (Object.keys(problems).length > 0) return show(visit, found, chosen, problems)
      await describePhoto(visit.work, draft.id, photo.id, { alt: form.value.alt, pupils: chosen })
      return visit.seeOther(back)
    })
