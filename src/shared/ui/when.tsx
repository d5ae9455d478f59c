import type { Child } from './jsx.ts'

/** Like `Dependent`, for words inside a sentence: they stand there only while that answer is chosen. */
export const When = ({ answer, children }: { answer: string; children: Child }) => (
  <span data-when={answer}>{children} </span>
)
