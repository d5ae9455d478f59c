const band = ['var(--scene-red)', 'var(--scene-white)']
// Half the width at the top and at the foot, and how far down: each 62 high.
const bands = [
  [26, 41, 30],
  [41, 56, 92],
  [56, 71, 154],
  [71, 86, 216],
  [86, 101, 278],
] as const

const stars =
  'M150 105h0M243 98h0M692 100h0M1038 89h0M1218 75h0M1185 115h0M933 154h0M924 155h0M1168 190h0M1106 145h0M1240 202h0M1146 208h0M1168 265h0M1190 296h0M934 294h0M1255 312h0M950 334h0M1170 334h0M1090 60h0M1262 40h0M870 40h0'

const waves = [
  [
    'M0 656V520C107 520 107 523 213 523S320 524.5 427 524.5 533 526.5 640 526.5 747 526 853 526 960 525 1067 525 1173 521.5 1280 521.5V656Z',
    42,
  ],
  [
    'M0 656V554C91 554 91 556 183 556S274 548.5 366 548.5 457 549.5 549 549.5 640 556 731 556 823 552 914 552 1006 560 1097 560 1189 555 1280 555V656Z',
    37,
  ],
  [
    'M0 656V588C80 588 80 589 160 589S240 586.5 320 586.5 640 586.4 640 586.4 720 594 800 594 880 585 960 585 1120 586 1280 586V656Z',
    32,
  ],
  [
    'M0 656V622C71 622 71 621.5 142 621.5S213 625 284 625 427 623 427 623 498 616.5 569 616.5 640 621 711 621 853 623 853 623 924 616 996 616 1138 616 1138 616 1209 626 1280 626V656Z',
    27,
  ],
] as const

function Tower() {
  return (
    <>
      {bands.map(([top, foot, y], index) => (
        <path key={y} d={`M${-top} ${y}H${top}L${foot} ${y + 62}H${-foot}Z`} fill={band[index % 2]} />
      ))}
      <path d="M6.5 30H26L101 340H25Z" fill="var(--scene-rock)" opacity=".16" />
      <rect x="-7" y="112" width="14" height="24" rx="7" fill="var(--scene-glass)" />
      <rect x="-8" y="236" width="16" height="26" rx="8" fill="var(--scene-glass)" />
      <rect x="-38" y="20" width="76" height="12" rx="3" fill="var(--scene-steel)" />
      <rect x="-20" y="-20" width="40" height="41" fill="var(--scene-lamp)" />
      <path d="M-20-20V21M-7-20V21M7-20V21M20-20V21" stroke="var(--scene-glass)" stroke-width="4" />
      <path d="M-28-20C-24-44 24-44 28-20Z" fill="var(--scene-red)" />
      <rect x="-3" y="-54" width="6" height="16" rx="3" fill="var(--scene-steel)" />
    </>
  )
}

/** A lighthouse at night. Its beam is the place where the message of the page stands: from the side on a desk, from below on a phone. */
export function LighthouseHero() {
  return (
    <>
      <svg class="on-desk" viewBox="0 0 1280 656" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
        <path d={stars} stroke="var(--scene-lamp)" stroke-width="2.6" stroke-linecap="round" opacity=".7" />
        <path d="M1050 205-1280-46V1149L1050 222Z" fill="var(--scene-beam)" />
        {waves.map(([d, step]) => (
          <path key={step} d={d} fill={`var(--scene-sea-${step})`} />
        ))}
        <path d="M820 656C860 560 960 520 1050 516 1140 520 1230 560 1280 590V656Z" fill="var(--scene-rock)" />
        <g id="tower" transform="translate(1050 212)">
          <Tower />
        </g>
      </svg>
      <svg class="on-phone" viewBox="0 0 390 712" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
        <path
          d="M20 400h0M110 470h0M60 520h0M200 440h0M350 500h0M150 560h0M30 590h0M366 300h0M352 380h0M230 540h0"
          stroke="var(--scene-lamp)"
          stroke-width="2.6"
          stroke-linecap="round"
          opacity=".7"
        />
        <path d="M288 440-400 231V-600H800L390 196 312 440Z" fill="var(--scene-beam)" />
        {waves.map(([d, step], index) => (
          <path key={step} d={d} fill={`var(--scene-sea-${step})`} transform={`translate(0 ${92 - index})`} />
        ))}
        <path d="M180 720C210 660 250 640 300 638 350 640 380 655 400 672V720Z" fill="var(--scene-rock)" />
        <use href="#tower" transform="translate(-309 329) scale(.58)" />
      </svg>
    </>
  )
}
