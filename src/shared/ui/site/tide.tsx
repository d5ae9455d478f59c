const waves = [
  [
    'M-700 656V330C-600 300-520 360-420 336S-240 300-140 330 40 366 140 336 320 300 420 330 600 366 700 336 880 300 980 330 1160 366 1280 330 1500 300 1900 330V656Z',
    1,
  ],
  [
    'M-700 656V400C-590 430-500 376-390 404S-190 436-90 404 110 372 210 402 410 436 510 404 710 372 810 402 1010 436 1110 404 1300 376 1900 404V656Z',
    2,
  ],
  [
    'M-700 656V476C-600 450-500 506-400 478S-200 448-100 476 100 506 200 478 400 448 500 476 700 506 800 478 1000 448 1100 476 1280 500 1900 476V656Z',
    3,
  ],
  ['M-700 656V560C-560 530-440 586-300 560S-20 530 120 558 400 590 540 560 820 530 960 558 1240 586 1900 556V656Z', 4],
] as const

const stars = [
  [1010, 236, 1.1, 14],
  [1180, 190, 0.6, -20],
  [880, 176, 0.45, 40],
] as const

function Starfish({ at: [x, y, size, turn] }: { at: (typeof stars)[number] }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`} fill="var(--scene-star)">
      {[0, 72, 144, 216, 288].map((angle) => (
        <path key={angle} transform={`rotate(${angle})`} d="M-14 0C-12-30-8-60 0-74 8-60 12-30 14 0Z" />
      ))}
      <circle r="19" />
      <g fill="var(--scene-dot)">
        {[0, 72, 144, 216, 288].map((angle) => (
          <path
            key={angle}
            transform={`rotate(${angle})`}
            d="M0-20h.1M0-34h.1M0-48h.1"
            stroke="var(--scene-dot)"
            stroke-width="6"
            stroke-linecap="round"
          />
        ))}
      </g>
    </g>
  )
}

function Sea() {
  return (
    <>
      {waves.map(([d, step]) => (
        <path key={step} d={d} fill={`var(--scene-wave-${step})`} />
      ))}
    </>
  )
}

/** A beach at low tide: the message is written in the sand, the sea comes in below it. */
export function TideHero() {
  return (
    <>
      <svg class="on-desk" viewBox="0 0 1280 656" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        {stars.map((at) => (
          <Starfish key={at[0]} at={at} />
        ))}
        <g transform="translate(0 130)">
          <Sea />
        </g>
      </svg>
      <svg class="on-phone" viewBox="0 0 390 712" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        <g transform="translate(-690 200) scale(.9)">
          <Starfish at={stars[0]} />
        </g>
        <g transform="translate(-300 180)">
          <Sea />
        </g>
      </svg>
    </>
  )
}
