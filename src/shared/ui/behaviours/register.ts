type Connect = (element: HTMLElement) => (() => void) | undefined

const known = new Map<string, Connect>()
const connected = new Map<HTMLElement, Map<string, (() => void) | undefined>>()

/** Names a behaviour for elements with `data-behaviour="name"`. `connect` may return what to do when the element leaves. */
export function behaviour(name: string, connect: Connect): void {
  known.set(name, connect)
}

/** Connects what stands on the page, and from then on whatever Turbo adds, morphs or takes away. */
export function startBehaviours(): void {
  for (const element of withBehaviour(document)) update(element)
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === 'attributes') update(target as HTMLElement)
      for (const node of addedNodes) if (node instanceof HTMLElement) [node, ...withBehaviour(node)].forEach(update)
    }
    for (const [element, parts] of connected) if (!element.isConnected) leave(element, parts)
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-behaviour'] })
}

function withBehaviour(root: ParentNode): Iterable<HTMLElement> {
  return root.querySelectorAll<HTMLElement>('[data-behaviour]')
}

function update(element: HTMLElement): void {
  const wanted = (element.dataset.behaviour ?? '').split(' ').filter((name) => known.has(name))
  const parts = connected.get(element) ?? new Map<string, (() => void) | undefined>()
  for (const name of wanted) if (!parts.has(name)) parts.set(name, known.get(name)?.(element))
  if (parts.size > 0) connected.set(element, parts)
}

function leave(element: HTMLElement, parts: Map<string, (() => void) | undefined>): void {
  for (const end of parts.values()) end?.()
  connected.delete(element)
}
