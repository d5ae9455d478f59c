const cloud = 'M0 40C0 18 26 14 34 24 40 2 82 0 90 24 112 18 124 34 118 40Z'

/** Where the six strips begin under the mill and end at the foot of the scene. */
const strips = [0, 1, 2, 3, 4, 5].map((at) => ({
  at,
  d: `M${853.2 + 25.6 * at} 470h25.6L${(1280 / 6) * (at + 1)} 736H${(1280 / 6) * at}Z`,
  lines: [1, 2, 3, 4, 5]
    .map(
      (line) => `M${(853.2 + 25.6 * at + 4.27 * line).toFixed(1)} 470 ${((1280 / 6) * (at + line / 6)).toFixed(1)} 736`,
    )
    .join(''),
}))

function Mill() {
  return (
    <>
      <path d="M-26 8-46 130H46L26 8Z" fill="oklch(0.5 0.08 40)" />
      <path d="M6 8 14 130H46L26 8Z" fill="oklch(0.42 0.07 40)" />
      <path d="M-30 10C-30-22 30-22 30 10Z" fill="oklch(0.4 0.06 145)" />
      <path d="M-58 92H58V99H-58Z" fill="oklch(0.4 0.05 50)" />
      <path d="M-10 130V108C-10 98 10 98 10 108V130Z" fill="oklch(0.3 0.04 50)" />
      <rect x="-9" y="44" width="13" height="18" rx="2" fill="oklch(0.9 0.07 90)" />
      {[22, 112, 202, 292].map((angle) => (
        <g key={angle} transform={`rotate(${angle})`} stroke="oklch(0.4 0.05 50)" stroke-width="2">
          <path d="M4-24H27V-112H4Z" fill="oklch(0.97 0.02 85)" stroke="none" opacity=".92" />
          <path d="M0 0V-118" stroke-width="5" />
          <path d="M4-34H26M4-51H26M4-68H26M4-85H26M4-102H26M15-24V-112" />
        </g>
      ))}
      <circle r="6" fill="oklch(0.4 0.05 50)" />
    </>
  )
}

/** A mill among bulb fields. The fields are the menu: a strip for each page, lying down on a desk and stacked on a phone. */
export function MillHero() {
  return (
    <>
      <svg class="on-desk" viewBox="0 0 1280 736" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        <path d={cloud} transform="translate(700 150)" fill="oklch(0.985 0.01 90)" />
        <path d={cloud} transform="translate(1130 120) scale(1.5)" fill="oklch(0.985 0.01 90)" />
        <path
          d="M0 736V450C71 450 71 455 142 455S213 457.4 284 457.4 356 452.6 427 452.6 498 443.8 569 443.8 640 452 711 452 782 459.8 853 459.8 924 445 996 445 1138 445.3 1138 445.3 1209 452.6 1280 452.6V736Z"
          fill="oklch(0.72 0.09 135)"
        />
        <path d="M0 470H1280V736H0Z" fill="oklch(0.63 0.11 132)" />
        {strips.map(({ at, d, lines }) => (
          <g key={at}>
            <path d={d} fill={`var(--field-${at + 1})`} />
            <path d={lines} stroke="oklch(0.35 0.07 120)" stroke-width="1.4" opacity=".16" />
          </g>
        ))}
        <g id="mill" transform="translate(930 300) scale(1.4)">
          <Mill />
        </g>
      </svg>
      <svg class="on-phone" viewBox="0 0 390 480" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        <path d={cloud} transform="translate(-30 250) scale(.8)" fill="oklch(0.985 0.01 90)" />
        <path d={cloud} transform="translate(300 280) scale(.7)" fill="oklch(0.985 0.01 90)" />
        <path
          d="M-400 480V428H0C39 428 39 432 78 432S117 434 156 434 195 430 234 430 273 423 312 423 351 429.6 390 429.6H800V480Z"
          fill="oklch(0.72 0.09 135)"
        />
        <path d="M-400 452H800V480H-400Z" fill="oklch(0.62 0.11 130)" />
        <use href="#mill" transform="translate(-436 126) scale(.679)" />
      </svg>
    </>
  )
}
