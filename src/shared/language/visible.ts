/** Turns the direction of what stands around a name, wherever that is shown. Marks for one word of Arabic or Hebrew stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
/** Nothing that anybody sees: a name of it would be an empty row. */
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{Z}\u115f\u1160\u2800\u3164]*$/u

/** A text from outside, typed or out of a file: without what turns other text around, and empty when nobody sees it. */
export const visible = (text: string): string => {
  const straight = text.replaceAll(TURNING, '').trim()
  return INVISIBLE.test(straight) ? '' : straight
}
