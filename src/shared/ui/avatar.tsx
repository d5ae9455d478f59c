import { personHue } from './person-hue.ts'

/** Up to two letters of a name: first and last word, "van der" left out. "Finn van der Meulen" is FM. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letter = (word: string | undefined) => (word === undefined ? '' : ([...word][0] ?? ''))
  return (letter(words[0]) + (words.length > 1 ? letter(words.at(-1)) : '')).toUpperCase()
}

/** A person's face: initials on one of twelve hues that belong to the id, the same in every list. Needs the name beside it. */
export function Avatar({ id, name, size }: { id: string; name: string; size?: 'small' | 'large' }) {
  return (
    <span class={size ? `avatar ${size}` : 'avatar'} data-person={personHue(id)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
