import { buffer } from 'node:stream/consumers'
import { oneOf } from '#shared/database/one-of.ts'
import { keepImage, openImage, type PreparedImage, prepareImage, removeImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { restrictedToday } from '#shared/vault/restricted.ts'
import { urls } from '#src/urls.ts'
import { groupsOf } from '../organisations/group-days.ts'
import { childrenOf } from '../people/guardians-of.ts'
import { inForce } from '../people/in-force.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { office } from '../people/rules.ts'
import { type Position, positions, staffPhoto } from './kind.ts'

type Made = Extract<PreparedImage, { ok: true }>

/** Who of the team is at school today, as a part of a query. */
const atWork = (work: Work) =>
  work.db
    .selectFrom('person as colleague')
    .select('colleague.id')
    .where('colleague.state', '=', 'active')
    .where('colleague.id', 'in', ({ selectFrom }) =>
      selectFrom('person_role as held')
        .select('held.person_id')
        .where('held.role', '!=', 'pupil')
        .where(inForce('held', work.today)),
    )

/**
 * The photos somebody may see: the team all of the team, a guardian those of whom teaches an own child today, when the
 * school shows photos to guardians and that person does too. None of whom pictures are not to be used now.
 */
const photosFor = (work: Work, me: Me) => {
  const photos = work.db
    .selectFrom('staff_photo')
    .where('staff_photo.person_id', 'in', atWork(work))
    .where('staff_photo.person_id', 'not in', restrictedToday(work, 'kind:image', 'purpose:contact-with-guardians'))
  if (me.staff) return photos
  return photos
    .where('staff_photo.shown_to', '=', 'guardians')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('school').select('school.brin').where('school.photos_for_guardians', '=', true)),
    )
    .where('staff_photo.person_id', 'in', ({ selectFrom }) =>
      selectFrom('group_teacher as taught')
        .select('taught.person_id')
        .where(inForce('taught', work.today))
        .where('taught.group_id', 'in', groupsOf(work, childrenOf(work, me.id))),
    )
}

/** The addresses of the photos of these people that I may see, by person. */
export const photosOf = async (work: Work, me: Me, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await photosFor(work, me)
    .select(['staff_photo.person_id as id', 'staff_photo.image_id as image'])
    .where('staff_photo.image_id', 'is not', null)
    .where('staff_photo.person_id', 'in', oneOf([...new Set(people)]))
    .execute()
  return new Map(rows.map(({ id, image }) => [id, urls.photo({ id, image: image! })]))
}

/** Adds to people the address of the photo that I may see. */
export const withPhotos = async <P extends { readonly id: string }>(work: Work, me: Me, people: readonly P[]) => {
  const photos = await photosOf(
    work,
    me,
    people.map(({ id }) => id),
  )
  return people.map((person) => ({ ...person, photo: photos.get(person.id) }))
}

/** Whether this is a photo that I may see. */
export const mayISee = async (work: Work, me: Me, person: string, image: string): Promise<boolean> => {
  const row = await photosFor(work, me)
    .select('staff_photo.person_id')
    .where('staff_photo.person_id', '=', person)
    .where('staff_photo.image_id', '=', image)
    .executeTakeFirst()
  return row !== undefined
}

export type PhotoOwner = {
  readonly id: string
  readonly name: string
  readonly image: string | null
  readonly shownTo: 'team' | 'guardians'
}

/** Somebody of the team whose photo I may set: my own; the office anybody's. */
export const photoOwner = async (work: Work, me: Me, id: string): Promise<PhotoOwner | null> => {
  if (id !== me.id && !office(me)) return null
  const rows = await work.db
    .selectFrom('person')
    .leftJoin('staff_photo', 'staff_photo.person_id', 'person.id')
    .select(['person.id', 'person.record', 'staff_photo.image_id as image', 'staff_photo.shown_to as shownTo'])
    .where('person.id', '=', id)
    .where('person.id', 'in', atWork(work))
    .execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  if (!row) return null
  return {
    id,
    name: fullName(row.record),
    image: row.image,
    shownTo: (row.shownTo ?? 'guardians') as PhotoOwner['shownTo'],
  }
}

const store = async (work: Work, person: string, image: string | null) => {
  // The person is held until the end, so that two photos at once leave one and no stray.
  await work.db.selectFrom('person').select('id').where('id', '=', person).forUpdate().execute()
  const before = await work.db
    .selectFrom('staff_photo')
    .select('image_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  await work.db
    .insertInto('staff_photo')
    .values({ person_id: person, image_id: image })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ image_id: image }))
    .execute()
  if (before?.image_id) await removeImage(work, before.image_id)
}

/** Puts a photo in the place of the one before. */
export const setPhoto = async (work: Work, files: FileStore, person: string, made: Made): Promise<void> => {
  await store(work, person, await keepImage(work, files, person, made))
  await work.audit('set-photo', 'photos', [person])
}

/** Takes a photo away; who may see the next one stays as it was chosen. */
export const removePhoto = async (work: Work, person: string): Promise<void> => {
  await store(work, person, null)
  await work.audit('removed-photo', 'photos', [person])
}

/** Cuts the face out of the whole photo anew, around where somebody says that it is. */
export const movePhoto = async (
  work: Work,
  files: FileStore,
  { id, image }: PhotoOwner,
  position: Position,
): Promise<boolean> => {
  const whole = image && (await openImage(work, files, { id: image, variant: 'whole', type: 'jpeg' }))
  if (!whole) return false
  // Small by now, so that it is done before a connection is missed.
  const made = await prepareImage(await buffer(await whole.read()), staffPhoto, positions[position])
  if (!made.ok) return false
  await setPhoto(work, files, id, made)
  return true
}

/** Who may see my photo beside the team. */
export const showPhotoTo = async (work: Work, person: string, readers: PhotoOwner['shownTo']): Promise<void> => {
  await work.db
    .insertInto('staff_photo')
    .values({ person_id: person, shown_to: readers })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ shown_to: readers }))
    .execute()
  await work.audit('changed-photo-readers', 'photos', [person])
}

/** Whether guardians see photos here; nothing where there is no school. */
export const photosForGuardians = async (work: Work): Promise<boolean | null> =>
  (await work.db.selectFrom('school').select('photos_for_guardians as shown').executeTakeFirst())?.shown ?? null

/** Shows photos to guardians from now on, or no longer. */
export const showPhotosToGuardians = async (work: Work, shown: boolean): Promise<void> => {
  const changed = await work.db
    .updateTable('school')
    .set({ photos_for_guardians: shown })
    .where('photos_for_guardians', '!=', shown)
    .returning('photos_for_guardians')
    .executeTakeFirst()
  if (changed) await work.audit(shown ? 'began-photos-for-guardians' : 'ended-photos-for-guardians', 'photos')
}
