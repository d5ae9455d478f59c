const HERE = 'http://here.invalid'

/** Where to go after signing in: a path of this host, or nothing for whatever leads elsewhere, however disguised. */
export const ownPath = (next: string | null | undefined): string | undefined => {
  if (!next?.startsWith('/')) return undefined
  const url = URL.parse(next, HERE)
  if (url?.origin !== HERE) return undefined
  const path = url.pathname + url.search
  return path.startsWith('//') ? undefined : path
}
