import { ownAddress } from './link.tsx'

/** A picture as a whole, as wide as its place at most. `alt` says what is on it. */
export function Picture({ src, alt }: { src: string; alt: string }) {
  return <img class="picture" src={ownAddress(src)} alt={alt} />
}
