const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]+$/u

/** Whether this is exactly one plain address: no name, list, group or quoting, at most 254 characters (RFC 5321). */
export const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text)
