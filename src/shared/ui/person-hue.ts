const hues = 12

/** One of twelve hues for a person, from the id alone (FNV-1a), so that a face has the same colour everywhere and always. */
export function personHue(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % hues
}
