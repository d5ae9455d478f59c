import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { sendImage } from '#shared/access/send-image.ts'
import type { Visit } from '#shared/access/visit.ts'
import { imageTexts } from '#shared/files/images/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { positions, staffPhoto } from './kind.ts'
import {
  mayISee,
  movePhoto,
  type PhotoOwner,
  photoOwner,
  photosForGuardians,
  removePhoto,
  setPhoto,
  showPhotosToGuardians,
  showPhotoTo,
} from './queries.ts'
import { mayMeetTheTeam, team } from './rules.ts'
import { photoTexts } from './texts.ts'
import { type PhotoProblems, PhotoSettings, PhotoView } from './views.tsx'

const words = (key: 'mine' | 'setting' | 'settingText') => ({ nl: photoTexts.nl[key], en: photoTexts.en[key] })
const moving = z.object({ position: z.enum(Object.keys(positions) as (keyof typeof positions)[], 'position') })
const reading = z.object({ readers: z.enum(['team', 'guardians'], 'readers') })

const showPhoto = async (visit: Visit<string, Me>, owner: PhotoOwner, problems: PhotoProblems = {}) => {
  const { work, me, language } = visit
  const t = pick(language, photoTexts)
  const mine = owner.id === me.id
  const shown = (await photosForGuardians(work)) ?? false
  const back = office(me) ? urls.person({ id: owner.id }) : urls.home()
  return visit.page(
    { title: t.mine, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <PhotoView {...{ t, owner, problems, mine, shown, back }} />,
  )
}

/** Photos of the team: each sets the own one and says who sees it, the office sets anybody's. */
export const photos = new Module('photos', { nl: 'Foto’s van het team', en: 'Photos of the team' })
  .place({ order: 95, address: urls.myPhoto(), word: words('mine'), icon: 'user-round', rule: team, railOnly: true })
  .setting({
    order: 50,
    section: 'school',
    address: urls.photoSettings(),
    word: words('setting'),
    text: words('settingText'),
    icon: 'image',
    rule: office,
    kinds: ['school'],
    now: async ({ work, language }) => {
      const t = pick(language, photoTexts)
      return (await photosForGuardians(work)) ? t.settingNow.yes : t.settingNow.no
    },
  })
  .get(urls.myPhoto, team, (visit) => visit.seeOther(urls.personPhoto({ id: visit.me.id })))
  .get(urls.personPhoto, team, async (visit) => {
    const owner = await photoOwner(visit.work, visit.me, visit.params.id)
    return owner ? showPhoto(visit, owner) : visit.notFound()
  })
  .post(
    urls.personPhoto,
    team,
    async (visit) => {
      const { work, me, files, language } = visit
      const owner = await photoOwner(work, me, visit.params.id)
      if (!owner) return visit.notFound()
      const made = visit.image('photo')
      if (!made) return showPhoto(visit, owner, { photo: pick(language, photoTexts).noFile })
      if (!made.ok) return showPhoto(visit, owner, { photo: pick(language, imageTexts)[made.problem] })
      await setPhoto(work, files, owner.id, made)
      return visit.seeOther(urls.personPhoto({ id: owner.id }))
    },
    { images: { photo: staffPhoto } },
  )
  .post(urls.movePhoto, team, async (visit) => {
    const owner = await photoOwner(visit.work, visit.me, visit.params.id)
    if (!owner) return visit.notFound()
    const form = visit.form(moving)
    if (!form.ok) return showPhoto(visit, owner, { position: pick(visit.language, photoTexts).noPosition })
    await movePhoto(visit.work, visit.files, owner, form.value.position)
    return visit.seeOther(urls.personPhoto({ id: owner.id }))
  })
  .post(urls.removePhoto, team, async (visit) => {
    const owner = await photoOwner(visit.work, visit.me, visit.params.id)
    if (!owner) return visit.notFound()
    await removePhoto(visit.work, owner.id)
    return visit.seeOther(urls.personPhoto({ id: owner.id }))
  })
  .post(urls.photoReaders, team, async (visit) => {
    const { work, me, params } = visit
    const owner = params.id === me.id ? await photoOwner(work, me, me.id) : null
    if (!owner) return visit.notFound()
    const form = visit.form(reading)
    if (!form.ok) return showPhoto(visit, owner, { readers: pick(visit.language, photoTexts).noReaders })
    await showPhotoTo(work, me.id, form.value.readers)
    return visit.seeOther(urls.personPhoto({ id: me.id }))
  })
  .about({ nl: 'Foto’s van het team zien', en: 'Seeing photos of the team' })
  .get(urls.photo, mayMeetTheTeam, async (visit) => {
    const { id, image } = visit.params
    return (await mayISee(visit.work, visit.me, id, image)) ? sendImage(visit, image, 'face') : visit.notFound()
  })
  .about({ nl: 'Een foto in het groot zien', en: 'Seeing a whole photo' })
  .get(urls.wholePhoto, team, async (visit) => {
    const owner = await photoOwner(visit.work, visit.me, visit.params.id)
    return owner?.image === visit.params.image ? sendImage(visit, owner.image, 'whole') : visit.notFound()
  })
  .about({ nl: 'Kiezen of ouders foto’s zien', en: 'Choosing whether guardians see photos' })
  .get(urls.photoSettings, office, async (visit) => {
    const shown = await photosForGuardians(visit.work)
    if (shown === null) return visit.notFound()
    const t = pick(visit.language, photoTexts)
    return visit.page({ title: t.setting }, <PhotoSettings t={t} shown={shown} />)
  })
  .post(urls.photoSettings, office, async (visit) => {
    if ((await photosForGuardians(visit.work)) === null) return visit.notFound()
    await showPhotosToGuardians(visit.work, visit.typed.guardians === 'yes')
    return visit.seeOther(urls.photoSettings())
  })
