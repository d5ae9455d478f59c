import { Button, ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import { ownAddress } from './link.tsx'
import { Notice } from './notice.tsx'

export type EmbedStillProps = {
  kind: 'map' | 'video' | 'social'
  /** What it shows: the name of the frame. */
  title: string
  /** Whose it is and what that company learns, in a sentence or two. */
  text: string
  button: string
  remember: string
  /** The page of ours that shows it, and the same for a frame in this page. */
  page: string
  frame: string
  provider: string
}

const icons: Record<EmbedStillProps['kind'], IconName> = { map: 'map-pin', video: 'image', social: 'message-circle' }

/** Streets and a square: a drawing of ours in the place of somebody else's map. */
function MapDrawing() {
  return (
    <svg class="embed-drawing" viewBox="0 0 160 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="embed-ground" d="M0 0h160v60H0z" />
      <path
        class="embed-shape"
        d="M0 38c30-8 50 6 80-2s52-8 80 0v24H0zM96 8h26v14H96zM24 6h18v18H24zM54 10h16v10H54z"
      />
      <path class="embed-line" d="M0 28h160M84 0v60M46 0v60M128 0v60M0 46h160" />
    </svg>
  )
}

/** Hills, and a triangle to play: in the place of somebody else's video or message. */
function SceneDrawing() {
  return (
    <svg class="embed-drawing" viewBox="0 0 160 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="embed-ground" d="M0 0h160v60H0z" />
      <path class="embed-shape" d="M0 44c26-22 48-10 74-16s54-18 86 2v30H0zM126 8h14v14h-14z" />
      <path class="embed-line" d="M70 18l24 12-24 12z" />
    </svg>
  )
}

/**
 * Stands where something of another company would: nothing of that company is asked for until the visitor says so. The link leads
 * to a page of its own; with script it is shown in place, and the choice can be remembered.
 */
export function EmbedStill({ kind, title, text, button, remember, page, frame, provider }: EmbedStillProps) {
  return (
    <figure
      class="embed"
      data-behaviour="embed"
      data-provider={provider}
      data-frame={ownAddress(frame)}
      data-title={title}
    >
      {kind === 'map' ? <MapDrawing /> : <SceneDrawing />}
      <figcaption>
        <p class="strong">
          <Icon name={icons[kind]} /> {title}
        </p>
        <p class="small">{text}</p>
        <ButtonLink to={page} look="tinted">
          {button}
        </ButtonLink>
        <label class="check" hidden>
          <input type="checkbox" name={`remember-${provider}`} />
          <span>{remember}</span>
        </label>
      </figcaption>
    </figure>
  )
}

/** Something of another company, on the one page whose content policy lets it in. */
export function EmbedFrame({ address, title }: { address: string; title: string }) {
  return (
    <iframe
      class="embed-frame"
      src={ownAddress(address)}
      title={title}
      sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-presentation"
      allow="fullscreen; picture-in-picture; encrypted-media"
      // Some players refuse to play without knowing the site; they learn the host and no page.
      referrerpolicy="strict-origin-when-cross-origin"
    />
  )
}

/** Takes back that a choice was remembered. Only there where something was: without script nothing is. */
export function ForgetEmbeds({ button, forgotten }: { button: string; forgotten: string }) {
  return (
    <div data-behaviour="forget-embeds" hidden>
      <Button type="button" look="line" icon="undo-2">
        {button}
      </Button>
      <div data-forgotten hidden>
        <Notice kind="received">{forgotten}</Notice>
      </div>
    </div>
  )
}
