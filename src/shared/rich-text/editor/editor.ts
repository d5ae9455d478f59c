// Its own file for the browser, only on pages with `editor`: Tiptap in the place of a plain box (docs/decisions/0041).
import { Editor } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { behaviour, startBehaviours } from '#shared/ui/behaviours/register.ts'
import { onTurbo } from '#shared/ui/behaviours/turbo-events.ts'
import { mayLinkTo } from '../links.ts'
import { documentOfTyped } from '../typed.ts'
import { cleanPasted } from './paste.ts'
import { connectTools } from './tools.ts'

const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: { openOnClick: false, autolink: true, isAllowedUri: (address) => mayLinkTo(address) },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
  }),
  // Widths of columns would be styles, which the content policy forbids.
  TableKit.configure({ table: { resizable: false } }),
]

behaviour('rich-text', (element) => {
  const box = element.querySelector('textarea')!
  const { document: given } = element.dataset
  const editor = new Editor({
    injectCSS: false,
    extensions,
    content: (given ? JSON.parse(given) : documentOfTyped(box.value)) as never,
    editorProps: {
      attributes: {
        class: 'box prose editor-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': element.dataset.label ?? '',
        ...(box.getAttribute('aria-describedby') ? { 'aria-describedby': box.getAttribute('aria-describedby')! } : {}),
        ...(box.ariaInvalid ? { 'aria-invalid': 'true' } : {}),
      },
      transformPastedHTML: cleanPasted,
    },
    onUpdate: () => {
      box.value = editor.isEmpty ? '' : JSON.stringify(editor.getJSON())
      box.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
  const tools = element.querySelector<HTMLElement>('.editor-tools')!
  tools.hidden = false
  box.hidden = true
  element.querySelector<HTMLElement>('.editor-signs')!.hidden = true
  box.before(editor.view.dom)
  box.value = editor.isEmpty ? '' : JSON.stringify(editor.getJSON())
  if (box.autofocus) editor.commands.focus()
  for (const label of box.labels) label.addEventListener('click', () => editor.commands.focus())
  connectTools(element, editor)
  return () => editor.destroy()
})

// A page that is renewed in place leaves the editor as it is: the server knows the plain box only.
onTurbo('turbo:before-morph-element', (event) => {
  if (event.detail.currentElement.querySelector?.(':scope > .editor-text')) event.preventDefault()
})

startBehaviours()
