/**
 * Waits for every answer before failing with the first error: none is left without a listener, and nothing is still being
 * asked on a connection that its transaction has given back.
 */
export const allOf = async <const Asked extends readonly Promise<unknown>[]>(
  promises: Asked,
): Promise<{ -readonly [At in keyof Asked]: Awaited<Asked[At]> }> => {
  const settled = await Promise.allSettled(promises)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never
}
