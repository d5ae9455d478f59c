// Everything that runs in the browser, on every page. Each page works without it.
import '#shared/ui/behaviours/trusted-types.ts'
import { config } from '@hotwired/turbo'
import { colour } from '#shared/ui/behaviours/colour.ts'
import { depend } from '#shared/ui/behaviours/depend.ts'
import { embed } from '#shared/ui/behaviours/embed.ts'
import { keepTyped } from '#shared/ui/behaviours/keep-typed.ts'
import { live } from '#shared/ui/behaviours/live.ts'
import { offline } from '#shared/ui/behaviours/offline.ts'
import { press } from '#shared/ui/behaviours/press.ts'
import { push } from '#shared/ui/behaviours/push.ts'
import { startBehaviours } from '#shared/ui/behaviours/register.ts'
import { resend } from '#shared/ui/behaviours/resend.ts'
import { sentence } from '#shared/ui/behaviours/sentence.ts'
import { smallBehaviours } from '#shared/ui/behaviours/small.ts'
import { stamp } from '#shared/ui/behaviours/stamp.ts'
import { submitOnce } from '#shared/ui/behaviours/submit-once.ts'
import { typedHint } from '#shared/ui/behaviours/typed-hint.ts'
import { undo } from '#shared/ui/behaviours/undo.ts'
import { uploads } from '#shared/ui/behaviours/uploads.ts'

// A disabled button loses focus and its colours; ours says "Bezig" and stays.
config.forms.submitter = 'aria-disabled'

submitOnce()
press()
push()
resend()
live()
keepTyped()
undo()
uploads()
depend()
sentence()
colour()
typedHint()
embed()
stamp()
smallBehaviours()
startBehaviours()
offline()
