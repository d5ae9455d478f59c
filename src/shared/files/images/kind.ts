/** A size that is made of every picture of a kind. `cover` fills it and cuts off the rest; `inside` shows all of it. */
export type Variant = { readonly width: number; readonly height: number; readonly fit: 'cover' | 'inside' }

/** What a picture is for, and the sizes that are made of it. A route names it: `{ images: { photo: staffPhoto } }`. */
export type ImageKind<Name extends string = string> = {
  readonly name: string
  readonly variants: Readonly<Record<Name, Variant>>
}

/** The point that has to stay in view when something is cut off, in hundredths of width and height. */
export type Focus = { readonly x: number; readonly y: number }

/** Why a picture is refused; `imageTexts` has the sentences. */
export type ImageProblem = 'too-large' | 'too-many-pixels' | 'heic' | 'svg' | 'not-a-picture' | 'damaged'

/** One size in one type, free of everything but pixels. */
export type MadeFile = { readonly variant: string; readonly type: 'webp' | 'jpeg'; readonly bytes: Buffer }

/** What became of an uploaded picture. */
export type PreparedImage =
  | { readonly ok: true; readonly kind: ImageKind; readonly files: readonly MadeFile[] }
  | { readonly ok: false; readonly problem: ImageProblem }
