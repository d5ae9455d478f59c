import type { Rule } from '#shared/access/rule.ts'
import type { ImageKind } from '#shared/files/images/index.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** A file that arrived, was scanned and is kept; its module takes it over with this. */
export type Arrived = {
  /** The module's own row it was meant for. */
  readonly for: string
  readonly name: string
  readonly by: string
  /** When it was chosen: files come in any order, and stand in this one. */
  readonly chosen: Date
} & ({ readonly image: string; readonly file?: never } | { readonly file: string; readonly image?: never })

/** What a module lets people upload. */
export type UploadPurpose = {
  /** Permanent, the module's own: `news-photo`. */
  readonly name: string
  /** Who may. Which of the module's rows it is for is checked when it is attached. */
  readonly rule: Rule<false>
  /** Pictures are made anew as this kind; without it pictures are refused. */
  readonly picture?: ImageKind
  /** Documents of the known types are kept as they came. */
  readonly documents?: boolean
  readonly maxBytes: number
  /** Takes over what arrived: in a job, as the system. Where it throws, it is tried again. */
  readonly arrived: (work: Work, what: Arrived) => Promise<void>
}

const purposes = new Map<string, UploadPurpose>()

/** Declares what may be uploaded; a name twice is a mistake and throws. */
export const uploadPurpose = (purpose: UploadPurpose): UploadPurpose => {
  if (purposes.has(purpose.name)) throw new Error(`Uploads for ${purpose.name} are declared twice`)
  purposes.set(purpose.name, purpose)
  return purpose
}

export const purposeNamed = (name: string): UploadPurpose | undefined => purposes.get(name)

export const allPurposes = (): readonly UploadPurpose[] => [...purposes.values()]

/** What a file field may offer. HEIC is not in it, so that an iPhone makes a JPEG of it by itself. */
export const acceptOf = ({ picture, documents }: UploadPurpose): string =>
  [
    ...(picture ? ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] : []),
    ...(documents ? ['.pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'] : []),
  ].join(',')
