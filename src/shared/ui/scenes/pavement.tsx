const columns = 5
const rows = 10
const stone = { width: 64, height: 62 }

// Five shades, each row shifted by half a stone; the pattern repeats after five columns and ten rows.
const stones = Array.from({ length: (columns + 1) * rows }, (_, index) => {
  const row = Math.floor(index / (columns + 1))
  const column = (index % (columns + 1)) - (row % 2)
  const shade = (((2 * column + 3 * row) % 5) + 5) % 5
  return {
    x: column * stone.width + (row % 2) * (stone.width / 2),
    y: row * stone.height,
    fill: `oklch(${(0.415 + 0.009 * shade).toFixed(3)} 0.013 70)`,
  }
})

// Number, left and top of each square of the hopscotch, drawn by hand: no two corners quite fit.
const squares = [
  [1, 144, 790],
  [2, 144, 704],
  [3, 101, 618],
  [4, 187, 618],
  [5, 144, 532],
  [6, 101, 446],
  [7, 187, 446],
] as const
const chalk = 'oklch(0.95 0.03 90)'

/** The paving of a school square with a hopscotch in chalk: the product's own picture. */
export function PavementScene() {
  return (
    <svg viewBox="0 0 368 1000" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      <defs>
        <pattern id="paving" width={columns * stone.width} height={rows * stone.height} patternUnits="userSpaceOnUse">
          {stones.map(({ x, y, fill }) => (
            <rect key={`${x} ${y}`} x={x} y={y} width={stone.width - 3} height={stone.height - 3} rx="3" fill={fill} />
          ))}
        </pattern>
      </defs>
      <rect x="-1000" y="-310" width="2368" height="2600" fill="oklch(0.36 0.012 70)" />
      <rect x="-1000" y="-310" width="2368" height="2600" fill="url(#paving)" />
      <g fill="none" stroke={chalk} stroke-width="4" stroke-linejoin="round">
        {squares.map(([number, x, y]) => (
          <path key={number} d={`M${x} ${y + 1}L${x + 81} ${y}L${x + 82} ${y + 82}L${x - 1} ${y + 83}Z`} />
        ))}
      </g>
      <g fill={chalk} font-size="44" font-weight="650" text-anchor="middle">
        {squares.map(([number, x, y]) => (
          <text key={number} x={x + 40} y={y + 58}>
            {number}
          </text>
        ))}
      </g>
    </svg>
  )
}
