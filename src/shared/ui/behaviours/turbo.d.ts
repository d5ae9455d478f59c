// The part of Turbo that is used here; the package carries no types.
declare module '@hotwired/turbo' {
  export const session: { refresh(url: string): void }
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
}
