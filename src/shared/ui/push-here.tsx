import { ownAddress } from './link.tsx'

/**
 * Lets this browser take notifications, or stops it. Only scripts can ask a browser, so without them it is not there; the
 * behaviour `push` shows the button that fits.
 */
export function PushHere({
  words,
  addresses,
}: {
  words: { readonly on: string; readonly off: string; readonly refused: string }
  addresses: { readonly key: string; readonly on: string; readonly off: string }
}) {
  return (
    <div data-behaviour="push" data-key={ownAddress(addresses.key)} data-needs-script="">
      <form method="post" action={ownAddress(addresses.on)} hidden>
        <input type="hidden" name="endpoint" />
        <input type="hidden" name="p256dh" />
        <input type="hidden" name="auth" />
        <button type="submit" class="button button-line">
          {words.on}
        </button>
      </form>
      <form method="post" action={ownAddress(addresses.off)} hidden>
        <input type="hidden" name="endpoint" />
        <button type="submit" class="button button-line">
          {words.off}
        </button>
      </form>
      <p class="small quiet" hidden>
        {words.refused}
      </p>
    </div>
  )
}
