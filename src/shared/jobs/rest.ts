const QUIET_MS = 10_000

type Collect = (how: { type: 'major'; execution: 'async'; flavor: 'last-resort' }) => Promise<void>

/**
 * What waited for a start (pages of sites to make, pictures, copies) takes memory that an idle process would keep, since one
 * that allocates nothing gives its engine no reason to look. So once, when the jobs have been quiet for ten seconds for the
 * first time, all of it goes back. Where the process was not started with `--expose-gc`, as `bin/start` does, nothing happens.
 * Answers what to call after every job, and how to leave off.
 */
export const givingBackOnce = (collect = (globalThis as { gc?: Collect }).gc) => {
  let timer: NodeJS.Timeout | undefined
  let done = false
  return {
    worked: () => {
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        done = true
        void collect?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
      }, QUIET_MS).unref()
    },
    leaveOff: () => clearTimeout(timer),
  }
}
