import type { Texts } from '#shared/language/index.ts'

const nl = {
  from: (company: string, learns: string) => `Dit komt van ${company}. Bekijk je het, dan krijgt ${company} ${learns}.`,
  show: { map: 'Bekijk de kaart', video: 'Bekijk de video', social: 'Bekijk het bericht' },
  titles: { map: 'Kaart', video: 'Video', social: 'Bericht' },
  remember: 'Onthoud dit op dit apparaat',
  back: 'Terug naar de website',
  more: 'Wat deze website van je bewaart',
}

const en: Texts<typeof nl> = {
  from: (company, learns) => `This comes from ${company}. If you look at it, ${company} gets ${learns}.`,
  show: { map: 'See the map', video: 'See the video', social: 'See the post' },
  titles: { map: 'Map', video: 'Video', social: 'Post' },
  remember: 'Remember this on this device',
  back: 'Back to the website',
  more: 'What this website keeps of you',
}

export type EmbedTexts = Texts<typeof nl>
export const embedTexts: { nl: EmbedTexts; en: EmbedTexts } = { nl, en }
