import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'

type Shot = { readonly src: string; readonly alt: string }

/** Photos beside each other with who is in them; `wrong` has a red border. Each leads to its own page. */
export function PhotoStrip({
  photos,
}: {
  photos: readonly {
    readonly id: string
    /** Nothing for one that nobody may see. */
    readonly src: string | null
    readonly alt: string
    readonly to: string
    readonly caption: Child
    readonly wrong: boolean
  }[]
}) {
  return (
    <ul class="photo-strip">
      {photos.map(({ id, src, alt, to, caption, wrong }) => (
        <li key={id} data-wrong={wrong || undefined}>
          <a href={ownAddress(to)}>
            {src ? (
              <img src={ownAddress(src)} alt={alt} width="320" height="240" loading="lazy" />
            ) : (
              <span class="no-photo">
                <Icon name="camera-off" />
              </span>
            )}
            <span class="small">{caption}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Photos to look at: the first as wide as the text, the others two beside each other. `large` is what a wide screen fetches. */
export function Photos({ photos }: { photos: readonly (Shot & { readonly id: string; readonly large: string })[] }) {
  return (
    <div class="photos">
      {photos.map(({ id, src, large, alt }) => (
        <a key={id} href={ownAddress(large)} data-turbo="false">
          <img
            src={ownAddress(src)}
            srcset={`${ownAddress(src)} 800w, ${ownAddress(large)} 1600w`}
            sizes="(min-width: 60rem) 40rem, 100vw"
            alt={alt}
            loading="lazy"
          />
        </a>
      ))}
    </div>
  )
}

/** One story of a list: title, from whom and when, with its picture; `first` has the picture above it, as wide as the list. */
export function Story({
  title,
  to,
  picture,
  first,
  children,
}: {
  title: string
  to: string
  picture?: Shot | undefined
  first?: boolean
  children: Child
}) {
  return (
    <article class={first && picture ? 'story first' : 'story'}>
      {picture && <img src={ownAddress(picture.src)} alt={picture.alt} loading={first ? undefined : 'lazy'} />}
      <div>
        <h2>
          <a class="row-link" href={ownAddress(to)}>
            {title}
          </a>
        </h2>
        {children}
      </div>
    </article>
  )
}
