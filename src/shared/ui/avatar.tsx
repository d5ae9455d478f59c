import { personHue } from './person-hue.ts'

/** Up to two letters of a name: first and last word, "van der" left out. "Finn van der Meulen" is FM. */
export function initials(name: string): string {
  const words = name.trim()
  const last = words.lastIndexOf(' ')
  return (letterAt(words, 0) + (last < 0 ? '' : letterAt(words, last + 1))).toUpperCase()
}

function letterAt(words: string, at: number): string {
  const code = words.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** A person's face: initials on one of twelve hues that belong to the id, the same in every list. Needs the name beside it. */
export function Avatar({ id, name, size }: { id: string; name: string; size?: 'small' | 'large' }) {
  return (
    <span class={size ? `avatar ${size}` : 'avatar'} data-person={personHue(id)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
