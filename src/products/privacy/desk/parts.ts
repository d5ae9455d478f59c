<<<<<<< HEAD
import { requestsPart } from '../requests/desk-part.ts'
import type { DeskPart } from './part.ts'

/** The parts of the desk: a module of this product adds its own here. */
export const deskParts: readonly DeskPart[] = [requestsPart]
=======
import { logPart } from './log.ts'
import type { DeskPart } from './part.ts'

/** The parts of the desk: a module of this product adds its own here. */
export const deskParts: readonly DeskPart[] = [logPart]
>>>>>>> a0c7d65 (Statement with versions, grounds with history, modules that can be off)
