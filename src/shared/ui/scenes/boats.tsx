const mast = 'oklch(0.38 0.05 50)'

type Boat = { at: string; hull: string; sail: string }

function SailingBoat({ at, hull, sail }: Boat) {
  return (
    <g transform={at}>
      <path d="M-34 0H34L22 17H-22Z" fill={hull} />
      <path d="M-1-4V-62L30-8Z" fill={sail} />
      <path d="M-5-4V-50L-28-8Z" fill="oklch(0.97 0.02 85)" />
      <rect x="-2.5" y="-64" width="3" height="66" fill={mast} />
    </g>
  )
}

/** Three sailing boats on the water, by day. */
export function BoatsScene() {
  return (
    <svg viewBox="0 20 400 240" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <rect x="-600" y="-900" width="1600" height="1300" fill="oklch(0.86 0.055 215)" />
      <circle cx="322" cy="72" r="22" fill="oklch(0.93 0.09 88)" />
      <path
        d="M-600 104H0C29 104 29 98 57 98S86 106 114 106 143 107 171 107 200 101.5 229 101.5 257 106 286 106 314 99 343 99 371 101 400 101H1000V400H-600Z"
        fill="oklch(0.72 0.075 220)"
      />
      <SailingBoat at="translate(84 116) scale(.6)" hull="oklch(0.52 0.09 45)" sail="oklch(0.7 0.15 35)" />
      <path
        d="M-600 132H0C33 132 33 125 67 125S100 131 133 131 167 129 200 129 233 126 267 126 300 137 333 137 367 131 400 131H1000V400H-600Z"
        fill="oklch(0.63 0.085 225)"
      />
      <SailingBoat at="translate(300 150) scale(.9)" hull="oklch(0.45 0.1 28)" sail="oklch(0.83 0.14 85)" />
      <path
        d="M-600 166H0C40 166 40 158 80 158S120 158 160 158 200 164 240 164 280 167 320 167 360 162 400 162H1000V400H-600Z"
        fill="oklch(0.53 0.088 230)"
      />
      <SailingBoat at="translate(170 188) scale(1.2)" hull="oklch(0.4 0.06 50)" sail="oklch(0.66 0.17 28)" />
      <path
        d="M-600 206H0C50 206 50 198 100 198S150 199 200 199 250 205 300 205 350 201.5 400 201.5H1000V400H-600Z"
        fill="oklch(0.44 0.08 235)"
      />
    </svg>
  )
}
