import type { JSX } from '../jsx.ts'
import type { MarkName } from '../mark.tsx'
import { BoatsScene } from './boats.tsx'
import { LighthouseScene } from './lighthouse.tsx'
import { MillScene } from './mill.tsx'
import { PavementScene } from './pavement.tsx'

const scenes: Record<MarkName, () => JSX.Element> = {
  lighthouse: LighthouseScene,
  mill: MillScene,
  star: BoatsScene,
  square: PavementScene,
}

/** The drawn scene that goes with a mark: flat layered shapes, no people. It fills whatever box it is given. */
export function Scene({ name }: { name: MarkName }) {
  return scenes[name]()
}
