import type { Words } from '#shared/language/index.ts'

/** What is shown of another company: a still of ours stands in its place until the visitor asks for it. */
export type EmbedKind = 'map' | 'video' | 'social'

/** Another company whose content a page can show, after the visitor's choice and in no other way (PROMISES P52). */
export type Provider = {
  readonly name: string
  /** Who it is, as visitors know it. */
  readonly company: string
  readonly kind: EmbedKind
  /** The only origin that a frame of it may load from. */
  readonly frames: string
  /** What it gets to know and whether that leaves the EEA. */
  readonly learns: Words
  /** The frame's address for what an editor pasted: an address of its page, or the frame itself; nothing when it is none of theirs. */
  readonly frameOf: (address: URL) => string | null
}

const learns = (where: 'eea' | 'usa'): Words => ({
  nl:
    where === 'eea'
      ? 'je IP-adres en welke browser je gebruikt'
      : 'je IP-adres en welke browser je gebruikt, en het kan cookies zetten; de gegevens kunnen buiten Europa komen',
  en:
    where === 'eea'
      ? 'your IP address and which browser you use'
      : 'your IP address and which browser you use, and it may set cookies; the data may leave Europe',
})

const isHost = ({ hostname }: URL, ...names: string[]) =>
  names.some((name) => hostname === name || hostname === `www.${name}`)

const youtubeId = (address: URL): string | null => {
  const path = address.pathname
  const id = isHost(address, 'youtu.be')
    ? path.slice(1)
    : isHost(address, 'youtube.com', 'm.youtube.com', 'youtube-nocookie.com')
      ? (address.searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([^/]+)/.exec(path)?.[1])
      : null
  return id && /^[\w-]{6,20}$/.test(id) ? id : null
}

const box = (address: URL): string | null => {
  const [, zoom, lat, lon] = /^#map=(\d{1,2})\/(-?[\d.]+)\/(-?[\d.]+)/.exec(address.hash) ?? []
  if (!zoom || !lat || !lon) return null
  const half = 180 / 2 ** Number(zoom)
  const bounds = [Number(lon) - half, Number(lat) - half / 2, Number(lon) + half, Number(lat) + half / 2]
  const marker = address.searchParams.has('mlat')
    ? `&marker=${Number(address.searchParams.get('mlat'))},${Number(address.searchParams.get('mlon'))}`
    : `&marker=${Number(lat)},${Number(lon)}`
  return `bbox=${bounds.map((one) => one.toFixed(5)).join(',')}&layer=mapnik${marker}`
}

/** Everyone whose content a page of a site can show. Another one is a line here, and stands on the public list by itself. */
export const providers: readonly Provider[] = [
  {
    name: 'openstreetmap',
    company: 'OpenStreetMap',
    kind: 'map',
    frames: 'https://www.openstreetmap.org',
    learns: learns('eea'),
    frameOf: (address) => {
      if (!isHost(address, 'openstreetmap.org')) return null
      if (address.pathname === '/export/embed.html')
        return `https://www.openstreetmap.org/export/embed.html${address.search}`
      const asked = box(address)
      return asked && `https://www.openstreetmap.org/export/embed.html?${asked}`
    },
  },
  {
    name: 'google-maps',
    company: 'Google Maps',
    kind: 'map',
    frames: 'https://www.google.com',
    learns: learns('usa'),
    frameOf: (address) =>
      isHost(address, 'google.com', 'google.nl') && address.pathname === '/maps/embed' && address.searchParams.has('pb')
        ? `https://www.google.com/maps/embed${address.search}`
        : null,
  },
  {
    name: 'youtube',
    company: 'YouTube (Google)',
    kind: 'video',
    frames: 'https://www.youtube-nocookie.com',
    learns: learns('usa'),
    frameOf: (address) => {
      const id = youtubeId(address)
      return id && `https://www.youtube-nocookie.com/embed/${id}`
    },
  },
  {
    name: 'vimeo',
    company: 'Vimeo',
    kind: 'video',
    frames: 'https://player.vimeo.com',
    learns: learns('usa'),
    frameOf: (address) => {
      const id = isHost(address, 'vimeo.com', 'player.vimeo.com') && /(\d{6,12})/.exec(address.pathname)?.[1]
      return id ? `https://player.vimeo.com/video/${id}?dnt=1` : null
    },
  },
  {
    name: 'instagram',
    company: 'Instagram (Meta)',
    kind: 'social',
    frames: 'https://www.instagram.com',
    learns: learns('usa'),
    frameOf: (address) => {
      const [, id] = /^\/(?:p|reel)\/([\w-]{5,20})/.exec(address.pathname) ?? []
      return isHost(address, 'instagram.com') && id ? `https://www.instagram.com/p/${id}/embed/` : null
    },
  },
  {
    name: 'facebook',
    company: 'Facebook (Meta)',
    kind: 'social',
    frames: 'https://www.facebook.com',
    learns: learns('usa'),
    frameOf: (address) =>
      isHost(address, 'facebook.com', 'm.facebook.com') && /\/(posts|videos|photos)\//.test(address.pathname)
        ? `https://www.facebook.com/plugins/post.php?${new URLSearchParams({ href: `https://www.facebook.com${address.pathname}` })}`
        : null,
  },
  {
    name: 'linkedin',
    company: 'LinkedIn (Microsoft)',
    kind: 'social',
    frames: 'https://www.linkedin.com',
    learns: learns('usa'),
    frameOf: (address) => {
      const [, urn] = /(urn:li:(?:share|activity|ugcPost):\d+)/.exec(address.pathname.replaceAll('%3A', ':')) ?? []
      return isHost(address, 'linkedin.com') && urn ? `https://www.linkedin.com/embed/feed/update/${urn}` : null
    },
  },
]

/** A thing of another company that a page may show: whose it is and the address of its frame. */
export type Embed = { readonly provider: Provider; readonly frame: string }

/** What an editor pasted, as something to show; nothing for an address of nobody on the list. */
export const embedOf = (pasted: string): Embed | null => {
  const address = URL.parse(pasted.trim())
  if (address?.protocol !== 'https:') return null
  for (const provider of providers) {
    const frame = provider.frameOf(address)
    if (frame) return { provider, frame }
  }
  return null
}

/** The provider of a frame's address, when it is exactly one that its provider made. */
export const providerOfFrame = (name: string, frame: string): Provider | null => {
  const provider = providers.find((one) => one.name === name)
  return provider && URL.parse(frame)?.origin === provider.frames ? provider : null
}
