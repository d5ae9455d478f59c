const wood = 'oklch(0.4 0.05 50)'
const cloud = 'M0 40C0 18 26 14 34 24 40 2 82 0 90 24 112 18 124 34 118 40Z'

// Bulb fields under the mill, as strips.
const fields = [
  'oklch(0.84 0.1 92)',
  'oklch(0.77 0.12 60)',
  'oklch(0.65 0.15 28)',
  'oklch(0.7 0.12 350)',
  'oklch(0.8 0.08 305)',
] as const

/** A corn mill in the bulb fields, by day. */
export function MillScene() {
  return (
    <svg viewBox="0 180 390 352" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <rect x="-600" y="-900" width="1600" height="1500" fill="oklch(0.93 0.035 215)" />
      <path d={cloud} transform="translate(-30 220) scale(.8)" fill="oklch(0.985 0.01 90)" />
      <path d={cloud} transform="translate(290 250) scale(.7)" fill="oklch(0.985 0.01 90)" />
      <path
        d="M-600 428H0C39 428 39 432 78 432S117 434 156 434 195 430 234 430 273 423 312 423 351 429.6 390 429.6H1000V600H-600Z"
        fill="oklch(0.72 0.09 135)"
      />
      <path d="M-600 452H1000V600H-600Z" fill="oklch(0.62 0.11 130)" />
      {fields.map((fill, index) => (
        <path key={fill} d={`M-600 ${480 + index * 24}H1000V${504 + index * 24}H-600Z`} fill={fill} />
      ))}
      <g transform="translate(195 330) scale(.9)">
        <path d="M-26 8-46 130H46L26 8Z" fill="oklch(0.5 0.08 40)" />
        <path d="M6 8 14 130H46L26 8Z" fill="oklch(0.42 0.07 40)" />
        <path d="M-30 10C-30-22 30-22 30 10Z" fill="oklch(0.4 0.06 145)" />
        <path d="M-58 92H58V99H-58Z" fill={wood} />
        <path d="M-10 130V108C-10 98 10 98 10 108V130Z" fill="oklch(0.3 0.04 50)" />
        <rect x="-9" y="44" width="13" height="18" rx="2" fill="oklch(0.9 0.07 90)" />
        {[22, 112, 202, 292].map((angle) => (
          <g key={angle} transform={`rotate(${angle})`} stroke={wood} stroke-width="2">
            <path d="M4-24H27V-112H4Z" fill="oklch(0.97 0.02 85)" stroke="none" />
            <path d="M0 0V-118" stroke-width="5" />
            <path d="M4-34H26M4-51H26M4-68H26M4-85H26M4-102H26M15-24V-112" />
          </g>
        ))}
        <circle r="6" fill={wood} />
      </g>
    </svg>
  )
}
