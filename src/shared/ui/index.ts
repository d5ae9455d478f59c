/**
 * The design system: the only place with class names. Plain functions of plain data; every page works without script.
 *
 * A page is `renderPage(<Page …><Shell …>…</Shell></Page>)`; a task on a phone is `TaskScreen` with a `Form` and a `Foot`;
 * signing in is `SignInScreen` with a scene. Colours follow from the organisation's `Theme`. `css/` holds the styles per
 * part, `behaviours/` what runs in the browser, `build-assets.mjs` builds both, `serveAsset` answers them.
 */
export { AlertBlock, CallPerson } from './alert-block.tsx'
export { type Asset, assets, assetsPath, serveAsset, useAssetsFrom } from './assets.ts'
export { Avatar, initials } from './avatar.tsx'
export { type Bar, BarChart } from './bar-chart.tsx'
export { Actions, Button, ButtonLink, type ButtonLook } from './button.tsx'
export { type ChildLink, ChildLinks } from './children.tsx'
export { Check, Choice, type ChoiceOption, Dependent } from './choice.tsx'
export { CopyLink, PrintButton, PrintFoot } from './copy-link.tsx'
export { DatedItem, NowItem } from './dated-item.tsx'
export { Details } from './details.tsx'
export {
  FailedPage,
  GonePage,
  NotFoundPage,
  NotStoredPage,
  UnavailablePage,
} from './error-pages.tsx'
export { DateField, Field, FileField, type Option, Select, TextArea, TimeField } from './field.tsx'
export { Form, HiddenFields, requestKeyField } from './form.tsx'
export { Icon } from './icon.tsx'
export type { IconName } from './icon-names.ts'
export type { Child } from './jsx.ts'
export { BackLink, Columns, DayPicker, Only, PageHead } from './layout.tsx'
export { Link, safeAddress } from './link.tsx'
export { Later, List, Row } from './list.tsx'
export { Mark, type MarkName, marks } from './mark.tsx'
export { Pager, Progress, Steps, type Tab, Tabs } from './navigation.tsx'
export { FormErrors, Notice, type NoticeKind, Readers, Undo } from './notice.tsx'
export { Page, renderPage } from './page.tsx'
export { PasskeyForm, passkeyAnswerField } from './passkey-form.tsx'
export { QrCode } from './qr-code.tsx'
export { Scene } from './scenes/index.tsx'
export { Foot, Or, PlainScreen, SignInScreen, TaskScreen } from './screens.tsx'
export { securityHeaders } from './security-headers.ts'
export { Segment, type SegmentOption } from './segment.tsx'
export { type Me, type Place, Shell } from './shell.tsx'
export { PeopleGroup, PersonChoice, StartScreen } from './start-screen.tsx'
export { type Column, Table } from './table.tsx'
export { Code, Empty, Facts, Heading, Hidden, Meta, Quote, Section, Stack, Strong, Tag, Text } from './text.tsx'
export { checkHue, productTheme, type Theme, themeFromName, themeName } from './theme.ts'
export { SumLine, type TileKind, Tiles } from './tiles.tsx'
export { When } from './when.tsx'
export { type DayLook, type DayMark, YearCalendar } from './year-calendar.tsx'
