/** Calendar years; `end` is always `start + 1`. */
export type SchoolYear = { start: number; end: number }

/**
 * The school year that somebody wrote: `2026-2027`, `2026/2027`, `2026 / 2027` as ParnasSys has it, or with a dash of
 * another length. Null for anything else, and when the second year is not the one after the first. The one place where a
 * year is read: files, forms and commands use it.
 */
export const parseSchoolYear = (text: string): SchoolYear | null => {
  const [, start, end] = /^(\d{4})\s*[-–—‐‑−/]\s*(\d{4})$/.exec(text.trim())?.map(Number) ?? []
  return start !== undefined && end === start + 1 ? { start, end } : null
}

/** A school year as people write it: 2026-2027. */
export const yearInWords = ({ start, end }: SchoolYear): string => `${start}-${end}`
