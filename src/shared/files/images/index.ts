import './personal-data.ts'

export { imagesOf, keepImage, type OpenedImage, openImage, removeImage } from './keep.ts'
export type { Focus, ImageKind, PreparedImage } from './kind.ts'
export { prepareImage } from './prepare.ts'
export { imageTexts } from './texts.ts'
