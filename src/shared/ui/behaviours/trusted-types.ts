// The one policy the content policy allows (security-headers.ts). Turbo parses pages it fetched from this host; nothing
// may turn a string into code, and a script may only come from this host.
type Rules = {
  createHTML(html: string): string
  createScriptURL(url: string): string
  createScript(code: string): string
}
type Factory = { createPolicy(name: 'default', rules: Rules): unknown }

const factory = (window as { trustedTypes?: Factory }).trustedTypes

factory?.createPolicy('default', {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError('scripts come from this host only')
    return url
  },
  // Turbo copies the text of a script that is a file: there is none.
  createScript: (code) => {
    if (code !== '') throw new TypeError('code comes from files of this host only')
    return code
  },
})
