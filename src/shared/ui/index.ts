/**
 * The design system: the only place with class names. Plain functions of plain data; every page works without script.
 *
 * A page is `renderPage(<Page …><Shell …>…</Shell></Page>)`; a task on a phone is `TaskScreen` with a `Form` and a `Foot`;
 * signing in is `SignInScreen` with a scene. Colours follow from the organisation's `Theme`. `css/` holds the styles per
 * part, `behaviours/` what runs in the browser, `build-assets.mjs` builds both, `serveAsset` answers them.
 */
export { AlertBlock, CallPerson } from './alert-block.tsx'
export { assets, serveAsset, serviceWorker } from './assets.ts'
export { Avatar, initials } from './avatar.tsx'
export { BarChart } from './bar-chart.tsx'
export { Actions, Button, ButtonLink } from './button.tsx'
export { ChildLinks } from './children.tsx'
export { Check, Choice, Dependent } from './choice.tsx'
export { ColourPreview, ColourRefusals, ContrastTable, Swatches } from './colour.tsx'
export { Conversation, Happened, Message } from './conversation.tsx'
export { CopyLink, CopyText, PrintButton, PrintFoot } from './copy-link.tsx'
export { DatedItem, NowItem } from './dated-item.tsx'
export { Details } from './details.tsx'
export { documentStyle } from './document-style.ts'
export { EmbedFrame, EmbedStill, ForgetEmbeds } from './embed.tsx'
export { NotStoredPage, ProblemPage } from './error-pages.tsx'
export { DateField, Field, FieldRow, FileField, RowSelect, Select, TextArea, TimeField } from './field.tsx'
export { Form, HiddenFields } from './form.tsx'
export { type GrowthLine, GrowthLines } from './growth-lines.tsx'
export { type HeatCell, HeatLegend, HeatTable } from './heat-table.tsx'
export type { Child } from './jsx.ts'
export { BackLink, Columns, DayPicker, Only, PageHead, WideColumns } from './layout.tsx'
export { Link, safeAddress } from './link.tsx'
export { LinkTiles, PictureOptions, TileRow } from './link-tiles.tsx'
export { Later, List, Row } from './list.tsx'
export { Logo, LogoGrounds, type LogoProps } from './logo.tsx'
export { Mark, type MarkName, markPaths } from './mark.tsx'
export { Pager, Progress, Steps, Tabs } from './navigation.tsx'
export { FormErrors, Notice, OfflineNotice, type ReaderNames, Readers, Undo } from './notice.tsx'
export { Page, type PageProps, renderInside, renderPage } from './page.tsx'
export { contrastsOf } from './palette.ts'
export { PasskeyForm } from './passkey-form.tsx'
export { PhotoStrip, Photos, Story } from './photos.tsx'
export { Picture } from './picture.tsx'
export { Points } from './points.tsx'
export { Difference, Prose } from './prose.tsx'
export { PushHere } from './push-here.tsx'
export { QrCode, qrRuns } from './qr-code.tsx'
export { RichProse, RichTextField } from './rich-text.tsx'
export { Scene } from './scenes/index.tsx'
export { Foot, Or, PlainScreen, SignInScreen, TaskScreen } from './screens.tsx'
export { securityHeaders } from './security-headers.ts'
export { Segment, type SegmentOption } from './segment.tsx'
export { type Place, Shell, type ShellProps } from './shell.tsx'
export {
  CallToAction,
  SiteAccordion,
  SiteAgenda,
  SiteBeside,
  SiteBlock,
  SiteColumns,
  SiteDownloads,
  SiteFound,
  SiteGallery,
  SiteLead,
  SiteNews,
  SitePeople,
  SitePicture,
  SiteSearch,
  SiteShare,
  SiteTitle,
} from './site/site-blocks.tsx'
export { DocumentChoice, FieldGroup, PictureChoice } from './site/site-choice.tsx'
export {
  SiteEditable,
  SiteEditBar,
  SiteEditForm,
  SiteKinds,
  SiteStopped,
} from './site/site-editing.tsx'
export { renderSitePage, type SiteFrame, type SiteLink, type SitePageProps } from './site/site-page.tsx'
export { type SiteThemeName, siteThemeNames } from './site/themes.tsx'
export { PeopleGroup, PersonChoice, StartScreen, Tour, TourStep } from './start-screen.tsx'
export { StepChart, StepCharts } from './step-chart.tsx'
export { Table } from './table.tsx'
export { Code, Empty, Facts, Heading, Meta, Quote, Section, Stack, Strong, Tag, type TagKind, Text } from './text.tsx'
export { checkHue, productTheme, type Theme, themeFromName, themeName } from './theme.ts'
export { type TileColour, type TileSymbol, tileColours, tileSymbols } from './tile-symbols.ts'
export { SumLine, type TileKind, Tiles } from './tiles.tsx'
export { TimeChoice, type TimeDay } from './time-choice.tsx'
export { TimeLeft } from './time-left.tsx'
export { Timeline, type TimelineEntry } from './timeline.tsx'
export { TypedHint } from './typed-hint.tsx'
export { UploadField } from './upload-field.tsx'
export { When } from './when.tsx'
export { type DayLook, type DayMark, YearCalendar } from './year-calendar.tsx'
