import { Transform } from 'node:stream'

/** A file that is larger than it may be; `max` is the limit in bytes, for the sentence that the person reads. */
export class TooLarge extends Error {
  override name = 'TooLarge'
  max: number
  constructor(max: number) {
    super(`This file is larger than ${max} bytes.`)
    this.max = max
  }
}

/** Passes at most `max` bytes on and ends with `TooLarge` at the first byte more; nothing of the chunk over it passes. */
export const limitBytes = (max: number): Transform => {
  let seen = 0
  return new Transform({
    transform(data: Buffer, _encoding, done) {
      seen += data.length
      if (seen > max) done(new TooLarge(max))
      else done(null, data)
    },
  })
}
