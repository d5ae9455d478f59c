/**
 * Why Graph came to nothing. `away`: nobody answers; `throttled`: come back later; `consent`: the application may not do
 * this; `credentials`: it got no token (`code` is Microsoft's own word); `refused`: everything else, which asks for a look.
 */
export type GraphTroubleKind = 'away' | 'throttled' | 'consent' | 'credentials' | 'refused'

/** What stops a run, and after how many seconds it makes sense to go on. Never names a person. */
export class GraphTrouble extends Error {
  override readonly name = 'GraphTrouble'
  readonly kind: GraphTroubleKind
  readonly code: string | undefined
  readonly later: number

  constructor(
    kind: GraphTroubleKind,
    { code, later = 60, cause }: { code?: string; later?: number; cause?: unknown } = {},
  ) {
    super(kind, cause === undefined ? {} : { cause })
    this.kind = kind
    this.code = code
    this.later = later
  }
}
