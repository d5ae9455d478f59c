import type { Editor } from '@tiptap/core'

type Chain = ReturnType<Editor['chain']>

/** What each button does, by the name that stands in `data-do`. */
const deeds: Readonly<Record<string, (chain: Chain) => Chain>> = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 2 }),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  blockquote: (chain) => chain.toggleBlockquote(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  addRow: (chain) => chain.addRowAfter(),
  addColumn: (chain) => chain.addColumnAfter(),
  deleteTable: (chain) => chain.deleteTable(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
}

/** An address as people type it: without `https://`, or a mail address. */
const addressOf = (typed: string): string =>
  /^[a-z]+:/i.test(typed) ? typed : typed.includes('@') ? `mailto:${typed}` : `https://${typed}`

/** Makes the buttons work, and shows which of them are on where the caret stands. */
export const connectTools = (root: HTMLElement, editor: Editor): void => {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-do]')]
  const row = root.querySelector<HTMLElement>('.editor-link')!
  const address = row.querySelector('input')!
  const link = (open: boolean) => {
    row.hidden = !open
    if (!open) return editor.commands.focus()
    address.value = editor.getAttributes('link').href ?? ''
    return address.focus()
  }
  const set = () => {
    const href = address.value.trim()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (!href) chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href: addressOf(href) } }] })
        .run()
    else chain.setLink({ href: addressOf(href) }).run()
    link(false)
  }
  root.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-do]')?.dataset.do
    if (name === 'link') link(Boolean(row.hidden))
    else if (name === 'setLink') set()
    else if (name === 'dropLink') {
      address.value = ''
      set()
    } else if (name) deeds[name]?.(editor.chain().focus()).run()
  })
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') link(false)
    if (event.key !== 'Enter') return
    event.preventDefault()
    set()
  })
  const show = () => {
    const inTable = editor.isActive('table')
    for (const button of buttons) {
      const { do: name = '', inTable: needsTable } = button.dataset
      if (needsTable !== undefined) button.hidden = !inTable
      if (['bold', 'italic', 'heading', 'bulletList', 'orderedList', 'blockquote', 'link'].includes(name))
        button.ariaPressed = String(editor.isActive(name))
    }
  }
  editor.on('transaction', show)
  show()
}
