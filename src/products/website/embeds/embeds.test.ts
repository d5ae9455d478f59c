import { expect, test } from 'vitest'
import { securityHeaders } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { embedOf, providers } from './providers.ts'
import { markedEmbed } from './still.tsx'

const door = frontDoor()

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
  [
    'https://www.openstreetmap.org/#map=17/52.6324/4.7534',
    /^https:\/\/www\.openstreetmap\.org\/export\/embed\.html\?bbox=4\.75\d+,52\.63\d+,4\.75\d+,52\.63\d+&layer=mapnik&marker=52\.6324,4\.7534$/,
  ],
  ['https://www.google.com/maps/embed?pb=!1m18', 'https://www.google.com/maps/embed?pb=!1m18'],
  ['https://www.instagram.com/p/C0ffee_12/', 'https://www.instagram.com/p/C0ffee_12/embed/'],
  ['https://www.facebook.com/school/posts/123', /^https:\/\/www\.facebook\.com\/plugins\/post\.php\?href=https/],
  [
    'https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000000',
    /^https:\/\/www\.linkedin\.com\/embed\/feed\/update\/urn:li:activity:7/,
  ],
])('what an editor pastes, %s, becomes a frame of that company and no other', (pasted, frame) => {
  const made = embedOf(pasted)!
  expect(made.frame).toEqual(typeof frame === 'string' ? frame : expect.stringMatching(frame))
  expect(new URL(made.frame).origin).toBe(made.provider.frames)
})

test.each([
  'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/watch?v="><script>',
  'https://evil.example/embed',
  'javascript:alert(1)',
  'https://www.linkedin.com/%E0%A4%A',
  '',
])('nobody else is let in: %s', (pasted) => expect(embedOf(pasted)).toBeNull())

test('its page lets in that one company and may stand in our own; no other page lets in anybody', async () => {
  const embed = await door.front.within(
    world.vuurtoren,
    async (work) => markedEmbed(work, 'https://vimeo.com/76979871')!,
  )
  const visitor = door.front.stranger()
  const address = { provider: 'vimeo', mark: embed.mark }
  const page = await visitor.get(urls.embed(address, { frame: embed.frame, title: 'De schooltuinq' }))
  const policy = page.headers.get('content-security-policy')!
  expect(policy).toContain('frame-src https://player.vimeo.com;')
  expect([policy.includes("frame-ancestors 'self'"), page.headers.get('x-frame-options'), visitor.cookie]).toEqual([
    true,
    'SAMEORIGIN',
    '',
  ])
  expect(policy).not.toContain('unsafe')
  expect(await page.text()).toMatch(
    /<iframe[^>]*src="https:\/\/player\.vimeo\.com\/video\/76979871\?dnt=1"[^>]*sandbox=/,
  )
  for (const [mark, frame] of [
    ['0'.repeat(32), embed.frame],
    [embed.mark, 'https://player.vimeo.com/video/11111111'],
    [embed.mark, 'https://evil.example/'],
  ] as const)
    expect((await visitor.get(urls.embed({ provider: 'vimeo', mark }, { frame }))).status).toBe(404)
  const other = await door.front.stranger('molen.localhost').get(urls.embed(address, { frame: embed.frame }))
  expect(other.status).toBe(404)
  const ordinary = securityHeaders({ secure: true, personal: false })['Content-Security-Policy']!
  expect(ordinary).toContain("frame-src 'self';")
  for (const { frames } of providers) expect(ordinary).not.toContain(new URL(frames).host)
})

test('the public list names every company that can be shown, and what it learns', async () => {
  const list = await door.front.stranger().text(urls.visitors())
  for (const { company } of providers) expect(list).toContain(company)
})
