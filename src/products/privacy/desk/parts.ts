import { alarmsOnDesk } from '../alarms/desk-part.ts'
import { consentsOnDesk } from '../consents/coverage/desk-part.ts'
import { figuresOnDesk } from '../figures/desk-part.ts'
import { copiesOnDesk } from '../my-data/review/desk.ts'
import { registerPart } from '../register/desk-part.ts'
import { requestsPart } from '../requests/desk-part.ts'
import { retentionPart } from '../retention/desk-part.ts'
import { statementPart } from '../statement/desk-part.ts'
import { logPart } from './log.ts'
import type { DeskPart } from './part.ts'

/** The parts of the desk: a module of this product adds its own here. */
const deskParts: DeskPart[] = [
  requestsPart,
  consentsOnDesk,
  alarmsOnDesk,
  figuresOnDesk,
  retentionPart,
  registerPart,
  statementPart,
  logPart,
  copiesOnDesk,
]

/** A module of another product has something on the desk too. */
export const deskAlsoHas = (part: DeskPart): void => void deskParts.push(part)

/** Every part of the desk. */
export const allDeskParts = (): readonly DeskPart[] => deskParts
