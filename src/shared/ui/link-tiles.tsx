import { FieldError } from './field.tsx'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'
import { type TileColour, type TileSymbol, tileSymbols } from './tile-symbols.ts'

type Look = { readonly symbol: TileSymbol; readonly colour: TileColour }

/** The drawing of a tile on its colour; hidden from screen readers, since a word always stands with it. */
function TilePicture({ symbol, colour }: Look) {
  return (
    <span class="tile-picture" data-colour={colour}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        {tileSymbols[symbol].map(([tone, path]) => (
          <path key={path} class={`tone-${tone}`} d={path} />
        ))}
      </svg>
    </span>
  )
}

export type LinkTile = Look & { readonly id: string; readonly title: string; readonly address: string }

/** Links as tiles: picture and word. `large` is for who hardly reads yet: the picture is what one sees. */
export function LinkTiles({ tiles, large, label }: { tiles: readonly LinkTile[]; large?: boolean; label: string }) {
  return (
    <ul class={large ? 'link-tiles large' : 'link-tiles'} aria-label={label}>
      {tiles.map(({ id, title, address, symbol, colour }) => (
        <li key={id}>
          <a href={ownAddress(address)} rel="noreferrer" data-turbo="false">
            <TilePicture symbol={symbol} colour={colour} />
            <span>{title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export type PictureOption = Look & { readonly value: string; readonly label: string }

/** One of many pictures, each with its word under it. */
export function PictureOptions(props: {
  name: string
  legend: Child
  options: readonly PictureOption[]
  chosen: string | undefined
  error?: string | undefined
}) {
  const { name, legend, options, chosen, error } = props
  const errorId = `choice-${name}-error`
  return (
    <fieldset class="choice" aria-describedby={error ? errorId : undefined} aria-invalid={error ? 'true' : undefined}>
      <legend>{legend}</legend>
      <div class="picture-options">
        {options.map(({ value, label, symbol, colour }, index) => (
          <label key={value} class="option">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen || undefined}
              autofocus={(error !== undefined && index === 0) || undefined}
              required
            />
            <TilePicture symbol={symbol} colour={colour} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  )
}

/** One tile in a list that is being arranged: what it is, and the buttons under it. */
export function TileRow({ tile, text, end }: { tile: LinkTile; text: string; end: Child }) {
  return (
    <li class="row top">
      <TilePicture symbol={tile.symbol} colour={tile.colour} />
      <div class="row-text">
        <span class="name">{tile.title}</span>
        <span class="small quiet">{text}</span>
        {end}
      </div>
    </li>
  )
}
