import type { Child } from './jsx.ts'

/** A heading. Level 1 once per page; the size follows from the level and not from taste. `count` stands quietly behind it. */
export function Heading({
  level = 1,
  children,
  count,
  id,
}: {
  level?: 1 | 2 | 3
  children: Child
  count?: number
  id?: string
}) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id}>
      {children}
      {count !== undefined && <span class="quiet"> {count}</span>}
    </Tag>
  )
}

/** A part of a page with its own heading (level 2); 32 px before it. */
export function Section({
  heading,
  count,
  children,
  id,
}: {
  heading?: Child
  count?: number
  children: Child
  id?: string
}) {
  return (
    <section class="section" id={id}>
      {heading !== undefined && (
        <Heading level={2} {...(count === undefined ? {} : { count })}>
          {heading}
        </Heading>
      )}
      {children}
    </section>
  )
}

/** A paragraph of text that is read, at most 40 rem wide. */
export function Text({ children, quiet, small }: { children: Child; quiet?: boolean; small?: boolean }) {
  return <p class={`text${quiet ? ' quiet' : ''}${small ? ' small' : ''}`}>{children}</p>
}

/** Bold words inside a sentence: a name, a number that counts. */
export function Strong({ children, alert }: { children: Child; alert?: boolean }) {
  return <strong class={alert ? 'alert-ink' : undefined}>{children}</strong>
}

/** Who, when, where: one quiet line, usually a mark and a sentence. */
export function Meta({ children }: { children: Child }) {
  return <p class="meta">{children}</p>
}

/** What somebody wrote, in their own words. */
export function Quote({ children }: { children: Child }) {
  return <q class="quote">{children}</q>
}

export type TagKind = 'plain' | 'here' | 'late' | 'alert' | 'accent'

/** A state in one or two words. The colour repeats the word and never replaces it. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: Child }) {
  return <span class={`tag tag-${kind}`}>{children}</span>
}

/** Nothing here: one bold line, and one sentence when something will come. No drawing. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="empty">
      <p class="strong">{title}</p>
      {children && <p class="small quiet">{children}</p>}
    </div>
  )
}

/** Space between parts that belong together; `tight` is 4 px, normal 8, `loose` 20. */
export function Stack({ children, gap = 'normal' }: { children: Child; gap?: 'tight' | 'normal' | 'loose' }) {
  return <div class={`stack ${gap}`}>{children}</div>
}

/** Term and description pairs: "Waarom – De wet zegt …". */
export function Facts({ facts }: { facts: readonly { term: string; text: Child }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A code to read aloud or type over: big, spaced, selectable as one. */
export function Code({ children }: { children: string }) {
  return <code class="code">{children}</code>
}
