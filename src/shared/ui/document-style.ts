/** The look of a page that leaves the product: read from a disk, printed, kept for years. No selector needs a class. */
export const documentStyle = `
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1f1b18; background: #ffffff; }
header { font-weight: 600; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 2.5rem; border-top: 1px solid #8c857e; padding-top: 1rem; }
a { color: #1d4f91; }
ol { list-style: none; padding: 0; }
ol > li { border-top: 1px solid #d8d2cb; padding: 0.5rem 0; }
dl { margin: 0.25rem 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 1rem; }
dt { color: #5a534d; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
@media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; gap: 0; margin-bottom: 0.5rem; } }
@media (prefers-color-scheme: dark) { body { color: #f0ebe5; background: #191613; } dt { color: #c0b8af; } a { color: #9cc2f5; } }
@media print { body { max-width: none; color: #000000; background: #ffffff; } section > ol > li { break-inside: avoid; } }
`
