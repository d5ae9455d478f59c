import { behaviour } from './register.ts'
import { Refused, sendInParts } from './send-in-parts.ts'

const AT_ONCE = 2

const add = <Name extends keyof HTMLElementTagNameMap>(to: Element, name: Name): HTMLElementTagNameMap[Name] =>
  to.appendChild(document.createElement(name))

/** A file field that sends what is chosen at once, in parts, a line with its progress for each; then its form is sent. */
export function uploads(): void {
  behaviour('uploads', (root) => {
    const input = root.querySelector('input')!
    const list = root.querySelector('ul')!
    const { purpose = '', to = '', then = '', waits = '', failed = '', ready = '' } = root.dataset
    const sendOne = async (file: File) => {
      const line = add(list, 'li')
      add(line, 'span').textContent = file.name
      const bar = add(line, 'progress')
      bar.max = file.size
      bar.ariaLabel = file.name
      const said = add(line, 'span')
      said.dataset.said = ''
      const onSent = (bytes: number) => {
        bar.value = bytes
        said.textContent = ''
      }
      try {
        const id = await sendInParts(file, purpose, to, { onSent, onWaiting: () => (said.textContent = waits) })
        said.textContent = ready
        const field = add(root, 'input')
        Object.assign(field, { type: 'hidden', name: 'upload', value: id })
      } catch (error) {
        line.dataset.wrong = ''
        said.textContent = (error instanceof Refused && error.message) || failed
      }
    }
    const send = async () => {
      const files = [...(input.files ?? [])]
      input.value = ''
      list.hidden = false
      const next = async (): Promise<void> => {
        const file = files.shift()
        if (file) await sendOne(file).then(next)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, next))
      const [name, value] = then.split('=')
      const button = input.form?.querySelector<HTMLButtonElement>(`button[name="${name}"][value="${value}"]`)
      if (root.isConnected && root.querySelector('input[name="upload"]')) input.form?.requestSubmit(button)
    }
    input.addEventListener('change', send)
    return () => input.removeEventListener('change', send)
  })
}
