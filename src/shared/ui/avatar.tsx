import { ownAddress } from './link.tsx'
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

export type AvatarProps = {
  id: string
  name: string
  size?: 'small' | 'large'
  /** The address of a photo that the reader may see; the initials stand under it until it is there. */
  photo?: string | undefined
}

/** A person's face: a photo, or initials on one of twelve hues that belong to the id, the same in every list. Needs the name beside it. */
export function Avatar({ id, name, size, photo }: AvatarProps) {
  return (
    <span class={size ? `avatar ${size}` : 'avatar'} data-person={personHue(id)} aria-hidden="true">
      {initials(name)}
      {photo !== undefined && <img src={ownAddress(photo)} alt="" loading="lazy" width="44" height="44" />}
    </span>
  )
}
