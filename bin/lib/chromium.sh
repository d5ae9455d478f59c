# Sourced by bin/test: finds Chromium for the tests in a browser and exports it as CHROMIUM.
find_chromium() {
  playwright=$(node -p "require('playwright-core').chromium.executablePath()" 2>/dev/null || true)
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium "$playwright"; do
    if [ -x "$candidate" ]; then
      CHROMIUM=$candidate
      export CHROMIUM
      return
    fi
  done
  return 1
}

if ! find_chromium; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say 'Installing Chromium for the tests in a browser (once).'
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2
  fi
  find_chromium || fail 'The tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its program.'
fi
