const LONGEST_ADDRESS = 2_000

/** Whether a text may link there: another page by http or https, a mailbox, a telephone. */
export const mayLinkTo = (address: string): boolean =>
  address.length <= LONGEST_ADDRESS &&
  !/[\p{Cc}\s\\]/u.test(address) &&
  /^(https?:\/\/|mailto:|tel:)/i.test(address) &&
  URL.canParse(address)
