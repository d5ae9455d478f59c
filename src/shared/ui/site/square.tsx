const SIZE = 80
const ACROSS = 16
const DOWN = 9

/** Tiles that are a little darker than the others, so that the pavement is no grid of paper. */
const dark = [3, 9, 17, 24, 26, 38, 41, 52, 57, 66, 70, 83, 95, 104, 111, 118, 127, 136, 140]

const chalk = {
  fill: 'none',
  stroke: 'var(--scene-chalk)',
  'stroke-width': 7,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const

/** A pavement with a sun and a house in chalk. The hopscotch below it is the menu. */
export function SquareHero() {
  const lines = [
    ...Array.from({ length: ACROSS + 1 }, (_, at) => `M${at * SIZE} 0V${DOWN * SIZE}`),
    ...Array.from({ length: DOWN + 1 }, (_, at) => `M0 ${at * SIZE}H${ACROSS * SIZE}`),
  ].join('')
  return (
    <svg viewBox={`0 0 ${ACROSS * SIZE} ${DOWN * SIZE}`} preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      {dark.map((tile) => (
        <rect
          key={tile}
          x={(tile % ACROSS) * SIZE}
          y={Math.floor(tile / ACROSS) * SIZE}
          width={SIZE}
          height={SIZE}
          fill="var(--scene-tile)"
        />
      ))}
      <path d={lines} stroke="var(--scene-joint)" stroke-width="4" />
      <g {...chalk} class="on-desk" transform="translate(-30 60)">
        <path d="M1010 330V230L1090 165 1170 230V330ZM1068 330V275H1112V330M1035 245H1060V270H1035Z" />
        <g stroke="var(--scene-sun)">
          <circle cx="1190" cy="110" r="34" />
          <path d="M1190 52V36M1190 184V168M1132 110H1116M1264 110H1248M1149 69 1137 57M1243 163 1231 151M1149 151 1137 163M1243 57 1231 69" />
        </g>
        <path d="M960 372C1010 352 1060 388 1110 368S1200 352 1250 372" stroke="var(--scene-grass)" />
      </g>
    </svg>
  )
}
