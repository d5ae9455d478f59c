/** Lets the browser keep something to read without a connection, and take notifications. */
export function offline(): void {
  if (!document.querySelector('link[rel="manifest"]')) return
  navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
}
