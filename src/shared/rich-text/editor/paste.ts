const levelOf = (paragraph: Element): number =>
  Number(/mso-list:[^;]*level(\d)/i.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 1)

const isListLine = (element: Element | null): element is HTMLElement =>
  element?.nodeName === 'P' &&
  (/mso-list:\s*l\d/i.test(element.getAttribute('data-style') ?? '') || /^MsoListParagraph/.test(element.className))

/** Word writes a list as paragraphs, each with its sign as text in front. */
const listsOf = (page: Document) => {
  for (const first of page.querySelectorAll('p')) {
    if (!first.isConnected || !isListLine(first)) continue
    const sign = first.textContent?.trim() ?? ''
    const top = page.createElement(/^\(?(\d+|[a-z])[.)]/i.test(sign) ? 'ol' : 'ul')
    first.before(top)
    const lists = [top]
    for (let line: Element | null = first; isListLine(line); line = top.nextElementSibling) {
      const level = Math.min(levelOf(line), lists.length + 1)
      lists.length = Math.min(lists.length, level)
      if (level > lists.length) {
        const inner = page.createElement('ul')
        const last = lists.at(-1)!.lastElementChild ?? lists.at(-1)!.appendChild(page.createElement('li'))
        last.append(inner)
        lists.push(inner)
      }
      const item = page.createElement('li')
      for (const mark of line.querySelectorAll('[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]'))
        mark.remove()
      item.append(...line.childNodes)
      const [text] = item.childNodes
      if (text?.nodeType === Node.TEXT_NODE) text.textContent = text.textContent!.replace(/^[·•o§\-\s]+(?=\S)/, '')
      lists.at(-1)!.append(item)
      line.remove()
    }
  }
}

const renamed = (page: Document, from: string, to: string) => {
  for (const old of page.querySelectorAll(from)) {
    const made = page.createElement(to)
    made.append(...old.childNodes)
    old.replaceWith(made)
  }
}

/** The content policy speaks up about every style that is parsed, so that they lose their name first. */
const withoutStyles = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))

/**
 * What somebody pasted, without what Word, Outlook and web pages hang around it: conditional comments, `o:p`, styles, pictures,
 * signs of lists that are text. What is left goes through the editor's own list of parts.
 */
export const cleanPasted = (html: string): string => {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const one of page.querySelectorAll('style, script, meta, link, title, xml, img, svg, object, iframe'))
    one.remove()
  const comments = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  for (let one = comments.nextNode(); one; one = comments.nextNode()) found.push(one)
  for (const one of found) (one as Comment).remove()
  for (const one of page.querySelectorAll('*'))
    if (one.nodeName.includes(':')) one.replaceWith(...(one.textContent?.trim() ? one.childNodes : []))
  // Google wraps all of it in a bold that is not; of Word's bold only the letters of other alphabets are said not to be.
  for (const one of page.querySelectorAll('b[data-style]'))
    if (/(^|;)\s*font-weight:\s*normal/i.test(one.getAttribute('data-style')!)) one.replaceWith(...one.childNodes)
  listsOf(page)
  renamed(page, 'h1', 'h2')
  renamed(page, 'h4, h5, h6', 'h3')
  for (const one of page.querySelectorAll('[data-style]')) one.removeAttribute('data-style')
  for (const paragraph of page.querySelectorAll('p')) if (!paragraph.textContent?.trim()) paragraph.remove()
  return page.body.innerHTML
}
