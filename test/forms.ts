/** A form as it stands in a page: where it posts to, and what it would send when it is sent as it is. */
export type FoundForm = {
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** Every choice of a group is taken: a hostile sender is not bound to one. */
const fieldsOf = (form: string): [string, string][] => {
  const select = /<select([^>]*)>([\s\S]*?)<\/select>/g
  const chosen = [...form.matchAll(select)].flatMap(([, tag, options]) =>
    [...options!.matchAll(/<option([^>]*)>/g)].map(([, option]): [string, string] => [
      attribute(tag!, 'name') ?? '',
      attribute(option!, 'value') ?? '',
    ]),
  )
  const typed = [...form.matchAll(/<(?:input|button|textarea)([^>]*)>/g)].map(([, tag]): [string, string] => [
    attribute(tag!, 'name') ?? '',
    attribute(tag!, 'value') ?? '',
  ])
  return [...typed, ...chosen].filter(([name]) => name !== '')
}

/** The forms of a page that post. */
export const formsIn = (page: string): FoundForm[] =>
  [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag]) => attribute(tag!, 'method') === 'post')
    .map(([, tag, inside]) => ({ action: attribute(tag!, 'action') ?? '', fields: fieldsOf(inside!) }))
