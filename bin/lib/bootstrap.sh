# Sourced by the commands in bin/: puts a Node that will do first on PATH, installs the packages of the lock file where
# they are not there yet, and builds. Several commands may do so at once: one works, the others wait.
set -eu

NODE_OLDEST=24
NODE_FETCHED=26.10.0
ROOT=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
RUNTIME=$ROOT/.runtime

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

node_will_do() {
  version=$(node --version 2>/dev/null) || return 1
  major=${version#v}
  [ "${major%%.*}" -ge "$NODE_OLDEST" ]
}

need_npm() {
  command -v npm >/dev/null || fail "Schoolplein needs Node.js with npm: install both (on Debian: apt-get install npm)."
  [ -w "$ROOT" ] || fail "$ROOT is not yours to write in: let its owner run this command once."
  # A user without a home has nowhere else for what npm fetches.
  [ -w "${HOME:-/nonexistent}" ] || export npm_config_cache="$RUNTIME/npm-cache"
}

use_node() {
  node_will_do && return
  PATH=$RUNTIME/node_modules/.bin:$PATH
  export PATH
  [ "$(node --version 2>/dev/null)" = "v$NODE_FETCHED" ] && return
  need_npm
  say "This machine's Node.js is older than $NODE_OLDEST: fetching $NODE_FETCHED (once)."
  printf '{ "private": true, "allowScripts": { "node": true } }\n' >"$RUNTIME/package.json"
  (cd "$RUNTIME" && npm install --save-exact --ignore-scripts=false --no-update-notifier --no-audit --no-fund --loglevel=error "node@$NODE_FETCHED" >&2)
  node_will_do || fail "Node.js $NODE_FETCHED could not be fetched: install Node.js $NODE_OLDEST or newer."
}

# npm keeps the copy of the lock file (the script `dependencies` in package.json), so an `npm install` by hand counts too.
install_packages() {
  cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/.installed-lock.json" && return
  need_npm
  say "Installing packages (once)."
  rm -f "$ROOT/node_modules/.installed-lock.json"
  (cd "$ROOT" && npm ci --include=dev --ignore-scripts=false --loglevel=error >&2)
}

set_up() {
  if mkdir -p "$RUNTIME" 2>/dev/null && { [ -e "$RUNTIME/lock" ] || : >"$RUNTIME/lock"; } 2>/dev/null; then
    exec 9<"$RUNTIME/lock"
    flock 9
  fi
  use_node
  install_packages
  node "$ROOT/bin/lib/build.mjs"
  exec 9<&-
}

set_up
