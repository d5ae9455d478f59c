import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { task } from '#shared/jobs/task.ts'
import { serveAsset } from '#shared/ui/index.ts'
import { NOT_FOUND } from './files.ts'
import { openMedia } from './media.ts'
import { COPY } from './publish.ts'
import { type Ready, readySite } from './ready.ts'

const ASSET = /(?:href|src)="(\/assets\/[^"]+)"|url\(["']?(?:\.\/)?([\w.-]+)["']?\)/g

/** Where a file of a site stands in the copy, so that any web server finds it at the same address. */
const fileOf = (path: string, { type, movedTo }: Ready): string => {
  if (path === NOT_FOUND) return '404.html'
  const page = movedTo !== null || type.startsWith('text/html')
  return page ? join(path.slice(1), 'index.html') : path.slice(1)
}

/** A page that leads on, for a server that knows no redirects. */
const leadsOn = (to: string): string =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${to}</title><link rel="canonical" href="${to}"><meta http-equiv="refresh" content="0;url=${to}"><a href="${to}">${to}</a></html>`

/** What a text asks for under `/assets/`, and what those ask for in turn. */
const assetsIn = (texts: readonly string[]): Map<string, Buffer> => {
  const found = new Map<string, Buffer>()
  const look = (text: string) => {
    for (const [, whole, beside] of text.matchAll(ASSET)) {
      const path = whole ?? `/assets/${beside}`
      const served = found.has(path) ? null : serveAsset(path)
      if (!served) continue
      found.set(path, served.body)
      if (path.endsWith('.css')) look(String(served.body))
    }
  }
  for (const text of texts) look(text)
  return found
}

/**
 * Writes a complete copy of the site as plain files, which any web server can serve: pages, pictures, styles, typefaces. A new copy
 * is written aside and put in the place of the old one in one step; a picture that left the site is in no copy after that.
 */
export const copySite = task(COPY, async (job) => {
  if (!job.sitesFolder) return
  const { files, media } = await job.inOrganisation(async (work) => {
    const ready = await readySite(work, undefined)
    const opened = []
    for (const [path, { elsewhere }] of ready)
      if (elsewhere) opened.push({ path, read: await openMedia(work, job.files, elsewhere) })
    return { files: ready, media: opened }
  })
  const host = new URL(job.origin).hostname
  const made = join(job.sitesFolder, '.copies', `${host}-${job.id.replace(/\W/g, '-')}`)
  await rm(made, { recursive: true, force: true })
  const put = async (name: string, bytes: Buffer | string) => {
    await mkdir(dirname(join(made, name)), { recursive: true })
    await writeFile(join(made, name), bytes)
  }
  await mkdir(made, { recursive: true })
  const texts: string[] = []
  for (const [path, ready] of files) {
    if (ready.elsewhere) continue
    const body = ready.movedTo === null ? ready.plain : leadsOn(ready.movedTo)
    if (ready.type.startsWith('text/html')) texts.push(String(body))
    await put(fileOf(path, ready), body)
  }
  for (const { path, read } of media) if (read) await put(path.slice(1), await read())
  for (const [path, body] of assetsIn(texts)) await put(path.slice(1), body)
  await swap(job.sitesFolder, host, made)
})

/** Lets the host's name lead to the new copy, in one step, and takes the older ones away. */
const swap = async (folder: string, host: string, made: string) => {
  const link = join(folder, `.${host}-next`)
  await rm(link, { force: true })
  await symlink(join('.copies', made.split('/').at(-1)!), link)
  await rename(link, join(folder, host))
  for (const name of await readdir(join(folder, '.copies')))
    if (name.startsWith(`${host}-`) && !made.endsWith(name))
      await rm(join(folder, '.copies', name), { recursive: true, force: true })
}
