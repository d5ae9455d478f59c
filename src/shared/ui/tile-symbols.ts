/** What one sees: 1 is the darkest of three tones of one hue, 3 the lightest. Drawn on a square of 48. */
type Shape = readonly [tone: 1 | 2 | 3, path: string]

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** The fixed set of drawn symbols a tile can have; the page carries them itself, so that no other site is asked for one. */
export const tileSymbols = {
  book: [
    [2, 'M4 10c8-3 15-1 20 3v27c-5-4-12-5-20-3z'],
    [3, 'M44 10c-8-3-15-1-20 3v27c5-4 12-5 20-3z'],
    [1, 'M9 16c4-1 8 0 11 2v3c-3-2-7-3-11-2zM9 24c4-1 8 0 11 2v3c-3-2-7-3-11-2z'],
  ],
  letters: [
    [2, 'M4 6h24v24H4z'],
    [3, 'M22 20h22v24H22z'],
    [1, 'M8 27l6-17h4l6 17h-4l-1-4h-6l-1 4zM14 20h4l-2-6z'],
    [1, 'M28 25h6a4.5 4.5 0 0 1 3 7.5a4.5 4.5 0 0 1-3 8h-6zM31.5 28h3v3h-3zM31.5 34h3v3h-3z'],
  ],
  numbers: [
    [2, 'M8 4h32a4 4 0 0 1 4 4v32a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z'],
    [1, 'M13 9h4v4h4v4h-4v4h-4v-4H9v-4h4zM28 13h12v4H28zM9 29h12v3H9zM9 35h12v3H9z'],
    [1, 'M31 26l3.5 4 3.5-4 3 3-4 4 4 4-3 3-3.5-4-3.5 4-3-3 4-4-4-4z'],
  ],
  pencil: [
    [2, 'M30 6l12 12-24 24-14 2 2-14z'],
    [3, 'M30 6l12 12-5 5-12-12z'],
    [1, 'M4 44l2-9 7 7z'],
  ],
  clock: [
    [2, circle(24, 24, 20)],
    [3, circle(24, 24, 15)],
    [1, 'M22 13h4v10l7 5-2.5 3.5L22 25z'],
  ],
  globe: [
    [2, circle(24, 24, 20)],
    [
      3,
      'M10 15c5-6 11-3 13 2s-2 6-6 7-3 9-7 8-4-12 0-17zM28 23c6-3 13 0 13 4s-6 12-11 11-2-6-4-9 0-5 2-6zM26 5c5 0 11 4 13 8-5 1-14-2-13-8z',
    ],
  ],
  leaf: [
    [2, 'M8 40C4 20 18 6 42 6c2 24-10 36-34 34z'],
    [1, 'M4 45c6-14 14-22 28-31-10 10-18 19-24 31z'],
  ],
  flask: [
    [3, 'M18 4h12v14l11 20a4 4 0 0 1-3 6H10a4 4 0 0 1-3-6l11-20z'],
    [2, 'M13.5 27h21L41 38a4 4 0 0 1-3 6H10a4 4 0 0 1-3-6z'],
    [1, `M16 4h16v4H16z${circle(20, 36, 3)}${circle(29, 33, 2)}`],
  ],
  music: [
    [1, 'M17 10l23-5v28h-4V13l-15 3v21h-4z'],
    [2, circle(14, 37, 7)],
    [2, circle(33, 33, 7)],
  ],
  palette: [
    [2, 'M24 4c12 0 20 8 20 18 0 8-6 10-11 9-4-1-6 1-5 5 1 5-1 8-4 8C12 44 4 35 4 24S12 4 24 4z'],
    [3, `${circle(14, 17, 4)}${circle(26, 12, 4)}${circle(36, 19, 3.5)}`],
    [1, circle(13, 30, 4)],
  ],
  ball: [
    [3, circle(24, 24, 20)],
    [2, 'M24 15l9 7-3 10H18l-3-10z'],
    [1, 'M22 4h4v11h-4zM33 20l10-3 1 4-11 3zM4 21l1-4 10 3v4zM29 31l8 8-3 3-8-10zM19 31l3 1-8 10-3-3z'],
  ],
  film: [
    [2, 'M8 9h32a4 4 0 0 1 4 4v22a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V13a4 4 0 0 1 4-4z'],
    [3, 'M19 16l14 8-14 8z'],
  ],
  camera: [
    [2, 'M6 14h9l3-5h12l3 5h9a2 2 0 0 1 2 2v22a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V16a2 2 0 0 1 2-2z'],
    [3, circle(24, 26, 10)],
    [1, circle(24, 26, 5)],
  ],
  headphones: [
    [1, 'M4 28C4 14 13 6 24 6s20 8 20 22h-4c0-11-7-18-16-18S8 17 8 28z'],
    [
      2,
      'M4 27h8a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H8a4 4 0 0 1-4-4zM44 27h-8a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4a4 4 0 0 0 4-4z',
    ],
  ],
  puzzle: [[2, 'M5 15h10a5.5 5.5 0 1 1 9 0h10v9a5.5 5.5 0 1 1 0 9v10H5V33a5.5 5.5 0 1 0 0-9z']],
  star: [[2, 'M24 3l6 14 15 1-11 10 3 15-13-8-13 8 3-15L3 18l15-1z']],
  heart: [[2, 'M24 43C10 33 3 25 4 16c1-9 14-12 20-3 6-9 19-6 20 3 1 9-6 17-20 27z']],
  house: [
    [2, 'M8 22h32v22H8z'],
    [1, 'M2 24L24 5l22 19-3 4L24 12 5 28z'],
    [3, 'M19 29h10v15H19z'],
  ],
  school: [
    [2, 'M3 24h42v20H3z'],
    [1, 'M13 25l11-10 11 10v19H13zM22 4h12v7h-8v5h-4z'],
    [3, 'M20 33h8v11h-8zM6 29h4v6H6zM38 29h4v6h-4z'],
  ],
  calendar: [
    [2, 'M5 9h38v35H5z'],
    [1, 'M5 9h38v9H5zM12 4h5v8h-5zM31 4h5v8h-5z'],
    [3, 'M11 23h7v6h-7zM21 23h7v6h-7zM31 23h7v6h-7zM11 33h7v6h-7zM21 33h7v6h-7z'],
  ],
  chat: [
    [1, 'M16 34h20V16h8v21h-3v8l-8-8H16z'],
    [2, 'M4 7h30v23H17l-8 8v-8H4z'],
    [3, 'M10 13h18v3H10zM10 20h12v3H10z'],
  ],
  mail: [
    [2, 'M4 10h40v30H4z'],
    [3, 'M4 10h40L24 28z'],
  ],
  folder: [
    [1, 'M4 9h15l5 6h20v6H4z'],
    [2, 'M4 18h40v24H4z'],
  ],
  people: [
    [1, `${circle(34, 18, 6.5)}M32 42c0-6-1-10-4-13 9-5 18 1 18 13z`],
    [2, `${circle(16, 15, 8)}M2 42c0-10 5-16 14-16s14 6 14 16z`],
  ],
  tablet: [
    [1, 'M9 3h30a3 3 0 0 1 3 3v36a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z'],
    [3, 'M10 8h28v29H10z'],
    [2, 'M15 13h8v8h-8zM25 13h8v8h-8zM15 24h8v8h-8zM25 24h8v8h-8z'],
  ],
  magnifier: [
    [1, 'M29 32l4-3 12 12-4 4z'],
    [2, circle(20, 20, 16)],
    [3, circle(20, 20, 11)],
  ],
  apple: [
    [2, 'M24 15c6-5 18-2 18 11 0 10-8 19-13 18-3-1-7-1-10 0C14 45 6 36 6 26c0-13 12-16 18-11z'],
    [1, 'M22 14c0-6 3-10 9-11 1 6-3 10-9 11z'],
  ],
  bus: [
    [2, 'M4 12a4 4 0 0 1 4-4h32a4 4 0 0 1 4 4v25H4z'],
    [3, 'M8 13h9v10H8zM20 13h9v10h-9zM32 13h8v10h-8z'],
    [1, `${circle(13, 37, 5.5)}${circle(35, 37, 5.5)}`],
  ],
} as const satisfies Record<string, readonly Shape[]>

/** The name of a symbol. */
export type TileSymbol = keyof typeof tileSymbols

/** The colours a tile can have; `tiles` in css/link-tiles.css gives each its hue. */
export const tileColours = ['blue', 'teal', 'green', 'yellow', 'orange', 'pink', 'purple', 'grey'] as const
export type TileColour = (typeof tileColours)[number]
