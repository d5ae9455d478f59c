import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadOptions, readEdexml } from '#products/school/imports/edexml/read.ts'
import { root } from '#shared/root.ts'

// For tests: invented EDEXML files, whole or from parts.

export const today = '2026-10-01'
export const sample = (version: string) => readFileSync(join(root, `test/samples/edexml-${version}.xml`))

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

export const read = (content: Buffer | string, options: ReadOptions = {}, chunk = 1000) =>
  readEdexml(inChunks(Buffer.from(content as string), chunk), { birthDates: true, today, ...options })

/** A small file that is right but for the parts given: school on line 2, groups 3, pupils 4, teachers 5. */
export const file = (
  parts: { school?: string; groups?: string; pupils?: string; teachers?: string; prolog?: string } = {},
) => `${parts.prolog ?? ''}<EDEX>
<school><schooljaar>2026-2027</schooljaar>${parts.school ?? ''}</school>
<groepen><groep key="g1"><naam>Groep 1</naam><jaargroep>1</jaargroep></groep>${parts.groups ?? ''}</groepen>
<leerlingen>${parts.pupils ?? '<leerling key="1"><roepnaam>Saar</roepnaam><groep key="g1"/></leerling>'}</leerlingen>
<leerkrachten>${parts.teachers ?? '<leerkracht key="1"><roepnaam>Lia</roepnaam></leerkracht>'}</leerkrachten>
</EDEX>`

export const pupil = (inside: string, attributes = 'key="1"') =>
  `<leerling ${attributes}><roepnaam>Saar</roepnaam>${inside}</leerling>`
