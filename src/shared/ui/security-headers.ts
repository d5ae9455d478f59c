const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // Only one page of ours lets itself be framed: the one that holds something of another company after a visitor's choice.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // Turbo parses pages and turns strings into elements: one policy named "default" (behaviours/trusted-types.ts) lets
  // it, and refuses every script that is not a file of ours.
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

const permissions = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
  'interest-cohort',
]

const always: Readonly<Record<string, string>> = {
  'Integrity-Policy': 'blocked-destinations=(script)',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': permissions
    .map((name) => `${name}=()`)
    .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
    .join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
}

/** Two years, as hstspreload.org asks. */
const hsts = 'max-age=63072000; includeSubDomains'

export type SecurityHeaderOptions = {
  /** The request came over TLS: adds HSTS, and upgrades what is plain. Never on plain http. */
  secure: boolean
  /** Somebody is signed in, or the page is about one person: never stored, also not in the back-forward cache of a shared device. */
  personal: boolean
  /** Origins to which a form of the page may lead, besides its own. */
  formsTo?: readonly string[]
  /** The origin of another company whose frame this page shows, after the visitor's choice; our own pages may hold this page. */
  frames?: string
}

// Made once per combination: this runs for every request.
const made = new Map(
  [true, false].flatMap((secure) =>
    [true, false].map((personal) => [key({ secure, personal }), make({ secure, personal })]),
  ),
)

function key({ secure, personal }: SecurityHeaderOptions): string {
  return `${secure}${personal}`
}

function make({ secure, personal }: SecurityHeaderOptions): Readonly<Record<string, string>> {
  const policy = secure ? [...contentSecurityPolicy, 'upgrade-insecure-requests'] : contentSecurityPolicy
  return {
    'Content-Security-Policy': policy.join('; '),
    ...always,
    ...(secure ? { 'Strict-Transport-Security': hsts } : {}),
    ...(personal ? { 'Cache-Control': 'no-store' } : {}),
  }
}

/**
 * Every header internet.nl and the browser ask of a page: a strict content policy without `unsafe-*`, integrity for all
 * scripts and styles, no framing, no referrer to other hosts, no device access but passkeys.
 */
export function securityHeaders(options: SecurityHeaderOptions): Readonly<Record<string, string>> {
  const headers = made.get(key(options)) as Readonly<Record<string, string>>
  const { formsTo, frames } = options
  const policy = headers['Content-Security-Policy']!
  if (frames)
    return {
      ...headers,
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Security-Policy': policy
        .replace("frame-src 'self'", `frame-src ${frames}`)
        .replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    }
  if (!formsTo?.length) return headers
  return {
    ...headers,
    'Content-Security-Policy': policy.replace("form-action 'self'", ["form-action 'self'", ...formsTo].join(' ')),
  }
}
