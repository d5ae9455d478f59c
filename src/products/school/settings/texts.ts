import type { SettingSection } from '#shared/access/setting.ts'
import type { Texts } from '#shared/language/index.ts'

const nl = {
  settings: 'Instellingen',
  text: 'Alles wat je school zelf bepaalt.',
  sections: {
    school: 'De school',
    days: 'Dagen en tijden',
    addresses: 'Adressen op internet',
    roster: 'Leerlingadministratie',
    'sign-in': 'Inloggen',
  } satisfies Record<SettingSection, string>,
}

const en: Texts<typeof nl> = {
  settings: 'Settings',
  text: 'Everything that your school decides itself.',
  sections: {
    school: 'The school',
    days: 'Days and times',
    addresses: 'Addresses on the internet',
    roster: 'Pupil administration',
    'sign-in': 'Signing in',
  },
}

export type SettingsTexts = Texts<typeof nl>
export const settingsTexts: { nl: SettingsTexts; en: SettingsTexts } = { nl, en }
