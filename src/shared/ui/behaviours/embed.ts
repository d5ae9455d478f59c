import { behaviour } from './register.ts'

/** The key of the browser's own storage under which a visitor's choice is remembered; declared in `kept.ts`. */
const KEY = 'embeds'

const remembered = (): string[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

const remember = (provider: string) => {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...remembered(), provider])]))
  } catch {}
}

/**
 * embed: shows something of another company where its still stands, once the visitor asks, or at once where they chose to have that
 * remembered. It comes in a frame of our own, whose content policy lets that one company in; the page's own lets in nobody.
 * forget-embeds: takes that choice back. Without script the still leads to a page of its own.
 */
export function embed(): void {
  behaviour('embed', (figure) => {
    const { provider = '', frame = '', title = '' } = figure.dataset
    const box = figure.querySelector<HTMLInputElement>('input')!
    const show = () => {
      const inside = document.createElement('iframe')
      inside.src = frame
      inside.title = title
      inside.className = 'embed-frame'
      inside.allowFullscreen = true
      figure.replaceChildren(inside)
    }
    box.closest('label')!.hidden = false
    if (remembered().includes(provider)) return void show()
    const click = (event: Event) => {
      event.preventDefault()
      if (box.checked) remember(provider)
      show()
    }
    figure.querySelector('a')!.addEventListener('click', click)
    return undefined
  })
  behaviour('forget-embeds', (part) => {
    part.hidden = remembered().length === 0
    const forget = () => {
      localStorage.removeItem(KEY)
      part.querySelector('[data-forgotten]')!.removeAttribute('hidden')
      part.querySelector('button')!.hidden = true
    }
    part.querySelector('button')!.addEventListener('click', forget)
    return undefined
  })
}
