/** What tabs of one browser say to each other. */
type Said =
  /** What the page of a tab listens to: the address that it was given (`/live?topic=…&mark=…`), or nothing. */
  | { readonly tab: string; readonly wants: string | null }
  /** Another tab listens for all from now on, and asks who is there. */
  | { readonly asks: true }
  /** A topic changed; without one any may have, since nobody heard it. */
  | { readonly changed: string | null }

const AGAIN_MS = 2_000
const LONGEST_MS = 30_000
const queryOf = (address: string) => address.split('?')[1]!
const topicOf = (address: string) => new URLSearchParams(queryOf(address)).get('topic')
const me = `${performance.timeOrigin} ${Math.random()}`

/** Listens for all tabs while this one leads. */
const leader = (say: (said: Said) => void) => {
  const tabs = new Map<string, string>()
  let source: EventSource | undefined
  let wait = AGAIN_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = (afterBreak: boolean) => {
    let missed = afterBreak
    const old = source
    const next = new EventSource(`/live?${[...new Set(tabs.values())].map(queryOf).join('&')}`)
    source = next
    next.onopen = () => {
      // The old one goes when the new one is there, so that nothing falls between them.
      old?.close()
      wait = AGAIN_MS
      if (missed) say({ changed: null })
      missed = true
    }
    next.onmessage = ({ data }: MessageEvent<string>) => say({ changed: data.replace(/^changed /, '') })
    next.addEventListener('ended', ({ data }: MessageEvent<string>) => say({ changed: data }))
    next.onerror = () => {
      if (next.readyState !== EventSource.CLOSED || source !== next) return
      timer = setTimeout(again, wait)
      wait = Math.min(wait * 2, LONGEST_MS)
    }
  }
  /** The server refused: while it is away it is asked again; refused for good, every page asks anew what it may see. */
  const again = async () => {
    const ends = new AbortController()
    const answer = await fetch(source!.url, { redirect: 'manual', signal: ends.signal }).catch(() => null)
    ends.abort()
    if (!answer || answer.ok || answer.status >= 500) open(true)
    else say({ changed: null })
  }
  return {
    wants: (tab: string, address: string | null) => {
      if (address === null) return void tabs.delete(tab)
      tabs.set(tab, address)
      const heard = source && source.readyState !== EventSource.CLOSED && source.url.includes(queryOf(address))
      if (!heard) open(false)
    },
    end: () => {
      clearTimeout(timer)
      source?.close()
    },
  }
}

/**
 * One stream for all tabs of a browser: the one that holds the lock listens for all and passes on what it hears. When it goes
 * the next takes over, and since something may have been missed, all ask anew. Without locks or channels each tab listens.
 */
export const oneStream = (changed: () => void) => {
  const channel = 'BroadcastChannel' in self && navigator.locks ? new BroadcastChannel('live') : null
  let wanted: string | null = null
  let leading: ReturnType<typeof leader> | undefined
  let waiting: AbortController | undefined

  const hear = (said: Said) => {
    if ('tab' in said) leading?.wants(said.tab, said.wants)
    else if ('asks' in said) channel?.postMessage({ tab: me, wants: wanted })
    else if (wanted && (said.changed === null || said.changed === topicOf(wanted))) changed()
  }
  const say = (said: Said) => {
    channel?.postMessage(said)
    hear(said)
  }
  const lead = (): Promise<void> => {
    leading = leader(say)
    channel?.postMessage({ asks: true })
    hear({ tab: me, wants: wanted })
    return new Promise((resolve) => waiting!.signal.addEventListener('abort', () => resolve()))
  }
  const start = () => {
    waiting = new AbortController()
    if (!channel) return void lead()
    navigator.locks.request('live', { ifAvailable: true }, async (free) => {
      if (free) return lead()
      const taken = { signal: waiting!.signal }
      // Who takes over did not hear what was said in between.
      const takeOver = () => {
        say({ changed: null })
        return lead()
      }
      navigator.locks.request('live', taken, takeOver).catch(() => {})
    })
  }
  channel?.addEventListener('message', ({ data }) => hear(data as Said))
  return {
    listen: (address: string | null) => {
      wanted = address
      if (!waiting && address) start()
      say({ tab: me, wants: address })
    },
    stop: () => {
      say({ tab: me, wants: null })
      leading?.end()
      leading = undefined
      waiting?.abort()
      waiting = undefined
    },
  }
}
