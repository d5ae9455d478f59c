const night = 'oklch(0.25 0.055 258)'
const red = 'oklch(0.58 0.19 30)'
const white = 'oklch(0.97 0.012 80)'
const steel = 'oklch(0.4 0.05 250)'
const glass = 'oklch(0.27 0.05 250)'

// x, y, radius
const stars = [
  [311, 7, 1.4],
  [312, 65, 1.2],
  [347, 62, 1.6],
  [263, 2, 1.6],
  [185, 115, 1.1],
  [294, 103, 1.6],
  [344, 4, 1.3],
  [280, 77, 1.2],
  [349, 120, 1.6],
  [376, 25, 1.8],
  [369, 11, 0.6],
  [202, 16, 0.6],
  [150, 115, 1.2],
  [165, 93, 1],
  [129, 119, 0.6],
  [60, -30, 1.4],
  [130, -60, 1],
  [240, -40, 1.6],
  [330, -70, 1.2],
  [190, -110, 1.5],
  [80, -130, 1.1],
  [290, -140, 1.3],
  [30, -170, 1.6],
] as const

const waves = [
  [
    'M-600 190V142H0C32 142 33 145 65 145S98 146.5 130 146.5 163 148.5 195 148.5 228 148 260 148 293 147 325 147 358 143.6 390 143.6H900V400H-600Z',
    'oklch(0.42 0.075 242)',
  ],
  [
    'M-600 190V176H0C28 176 28 178 56 178S84 170.6 111 170.6 139 171.4 167 171.4 195 178 223 178 251 174 279 174 306 182 334 182 362 177 390 177H900V400H-600Z',
    'oklch(0.37 0.07 246)',
  ],
] as const

// From lamp to foot, each band 62 high.
const bands = [
  [26, 41, 30],
  [41, 56, 92],
  [56, 71, 154],
  [71, 86, 216],
  [86, 101, 278],
] as const

/** A lighthouse at night; its beam comes from the lamp and lights nothing but the sea. */
export function LighthouseScene() {
  return (
    <svg viewBox="0 -48 390 232" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <rect x="-600" y="-900" width="1500" height="1200" fill={night} />
      <g fill="oklch(0.95 0.04 95)" opacity=".7">
        {stars.map(([x, y, r]) => (
          <circle key={x} cx={x} cy={y} r={r} />
        ))}
      </g>
      <path d="M306 55-600-159V250L306 62Z" fill="oklch(0.945 0.075 95)" />
      {waves.map(([d, fill]) => (
        <path key={fill} d={d} fill={fill} />
      ))}
      <path
        d="M220 190C240 166 270 156 306 154 344 156 372 168 390 178 420 196 450 200 480 200V400H190Z"
        fill="oklch(0.2 0.045 260)"
      />
      <g transform="translate(306 58) scale(.3)">
        {bands.map(([top, foot, y], index) => (
          <path key={y} d={`M${-top} ${y}H${top}L${foot} ${y + 62}H${-foot}Z`} fill={index % 2 === 0 ? red : white} />
        ))}
        <path d="M6.5 30H26L101 340H25Z" fill="oklch(0.2 0.05 260)" opacity=".16" />
        <rect x="-7" y="112" width="14" height="24" rx="7" fill={glass} />
        <rect x="-8" y="236" width="16" height="26" rx="8" fill={glass} />
        <rect x="-38" y="20" width="76" height="12" rx="3" fill={steel} />
        <rect x="-20" y="-20" width="40" height="41" fill="oklch(0.95 0.1 95)" />
        <path d="M-20-20V21M-7-20V21M7-20V21M20-20V21" stroke={glass} stroke-width="4" />
        <path d="M-28-20C-24-44 24-44 28-20Z" fill={red} />
        <rect x="-3" y="-54" width="6" height="16" rx="3" fill={steel} />
      </g>
    </svg>
  )
}
