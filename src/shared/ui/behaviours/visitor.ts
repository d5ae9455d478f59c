// What runs on a page of the public site that asks for it; each page works without it.
import { embed } from './embed.ts'
import { startBehaviours } from './register.ts'
import { stamp } from './stamp.ts'

embed()
stamp()
startBehaviours()
