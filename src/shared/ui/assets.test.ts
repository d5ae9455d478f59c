import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { assets, assetsPath, serveAsset } from './assets.ts'
import { securityHeaders } from './security-headers.ts'
import { themeLink } from './theme-asset.ts'

const served = (path: string, accept = '') => {
  const answer = serveAsset(path, accept)
  if (!answer) throw new Error(`not served: ${path}`)
  return answer
}
const integrity = (body: Buffer) => `sha384-${createHash('sha384').update(body).digest('base64')}`

describe('files for the browser', () => {
  test('are small: script at most 45 KB, styles 12 KB, passkeys and the editor apart', () => {
    const { script, style, passkey, editor } = assets()
    expect(served(script.url, 'br').body.byteLength).toBeLessThan(45 * 1024)
    expect(served(style.url, 'br').body.byteLength).toBeLessThan(12 * 1024)
    expect(served(passkey.url, 'br').body.byteLength).toBeLessThan(8 * 1024)
    expect(served(editor.url, 'br').body.byteLength).toBeLessThan(130 * 1024)
  })

  test('match their integrity hash in every packing', () => {
    for (const { url, integrity: expected } of Object.values(assets())) {
      expect(integrity(served(url).body)).toBe(expected)
      const { body, headers } = served(url, 'gzip, deflate, br')
      expect(integrity(headers['Content-Encoding'] === 'br' ? brotliDecompressSync(body) : body)).toBe(expected)
    }
    expect(integrity(gunzipSync(served(assets().style.url, 'gzip').body))).toBe(assets().style.integrity)
  })

  test('are packed only as the browser accepts, and may be kept forever', () => {
    expect(served(assets().style.url, 'gzip, br;q=0').headers['Content-Encoding']).toBe('gzip')
    expect(served(assets().style.url, 'identity').headers['Content-Encoding']).toBeUndefined()
    expect(served(assets().font.url, 'br').headers['Content-Encoding']).toBeUndefined()
    expect(served(assets().style.url).headers).toMatchObject({
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    })
  })

  test('ask nothing of another host, and make no style element', () => {
    const style = served(assets().style.url).body.toString()
    expect(style).not.toMatch(/url\((?!["']?\.\/)/)
    expect(served(assets().script.url).body.toString()).not.toMatch(/createElement\(["']style["']\)/)
  })

  test('other addresses are not answered', () => {
    for (const path of [
      `${assetsPath}nothing.js`,
      `${assetsPath}../manifest.json`,
      `${assetsPath}manifest.json`,
      '/',
    ]) {
      expect(serveAsset(path)).toBeNull()
    }
  })
})

describe('the stylesheet of a theme', () => {
  const theme = { hue: 238, chroma: 0.095 }

  test('is served at an address that names hues and a hash', () => {
    const { url, integrity: expected } = themeLink(theme, [{ hue: 145, chroma: 0.1 }])
    expect(url).toMatch(/^\/assets\/theme\.238-95\.145-100\.[0-9a-f]{8}\.css$/)
    expect(served(url).body.toString()).toContain('--hue:238')
    expect(integrity(served(url).body)).toBe(expected)
  })

  test('but not with another hash, another theme or a theme that is refused', () => {
    const { url } = themeLink(theme)
    expect(serveAsset(url.replace(/\.[0-9a-f]{8}\./, '.00000000.'))).toBeNull()
    expect(serveAsset(url.replace('238', '239'))).toBeNull()
    expect(serveAsset('/assets/theme.30-100.00000000.css')).toBeNull()
  })
})

describe('security headers', () => {
  const page = securityHeaders({ secure: true, personal: true })

  test('allow our own files only, and nothing unsafe', () => {
    const policy = page['Content-Security-Policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|\*|http:|data:/)
  })

  test('keep a personal page out of every cache, and HSTS off plain http', () => {
    expect(page).toMatchObject({
      'Cache-Control': 'no-store',
      'Strict-Transport-Security': expect.stringContaining('max-age='),
    })
    const plain = securityHeaders({ secure: false, personal: false })
    expect(plain['Strict-Transport-Security']).toBeUndefined()
    expect(plain['Content-Security-Policy']).not.toContain('upgrade-insecure-requests')
    expect(plain['Cache-Control']).toBeUndefined()
  })
})
