import { randomInt } from 'node:crypto'

/** Words a child of seven can read and type: no letters that look alike, nothing to laugh at. */
const WORDS = [
  ...['Appel', 'Banaan', 'Beker', 'Berg', 'Blauw', 'Bloem', 'Boom', 'Boot', 'Brug', 'Citroen', 'Dorp', 'Druif'],
  ...['Eekhoorn', 'Egel', 'Fiets', 'Fluit', 'Geel', 'Gieter', 'Groen', 'Haas', 'Hamer', 'Haven', 'Hert', 'Jas'],
  ...['Kaars', 'Kameel', 'Kers', 'Koffer', 'Konijn', 'Kraan', 'Laars', 'Ladder', 'Lamp', 'Maan', 'Merel', 'Muts'],
  ...['Noot', 'Oranje', 'Otter', 'Paard', 'Paars', 'Panda', 'Peer', 'Potlood', 'Regen', 'Rivier', 'Rood', 'Schaap'],
  ...['Sneeuw', 'Ster', 'Strand', 'Tafel', 'Tent', 'Tomaat', 'Toren', 'Trein', 'Uil', 'Vlag', 'Vogel', 'Wolk'],
  ...['Zand', 'Zebra', 'Zee', 'Zomer'],
]

/**
 * A first password: two words and four figures, such as `Zebra-Toren-4829`. It passes Microsoft's rule (three kinds out of
 * four, eight signs or more) and gives 40 million of them, behind Microsoft's own lock after ten guesses.
 */
export const firstPassword = (): string => {
  const word = () => WORDS[randomInt(WORDS.length)]!
  const [first, second] = [word(), word()]
  return `${first}-${second}-${randomInt(1_000, 10_000)}`
}
