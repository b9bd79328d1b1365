const width = 30
/** Time left is not guessed from fewer files or milliseconds than these. */
const enoughFiles = 5
const enoughMs = 2000

/**
 * A one-line progress bar on stderr, with the time that is left and the messages above it; where stderr is no
 * terminal, only the messages. `line` prints a message, `step` counts one file as done, `end` removes the bar.
 */
export function progressBar(total: number): {
  line: (text: string) => void
  step: () => void
  end: () => void
} {
  const { stderr } = process
  if (!stderr.isTTY) return { line: (text) => stderr.write(`${text}\n`), step: () => {}, end: () => {} }
  const start = performance.now()
  let done = 0
  const clear = '\r\u001b[K'
  const draw = () => {
    const filled = total === 0 ? width : Math.round((done / total) * width)
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`
    stderr.write(`${clear}${bar}${timeLeft(done, total, performance.now() - start)}`)
  }
  return {
    line: (text) => {
      stderr.write(`${clear}${text}\n`)
      draw()
    },
    step: () => {
      done++
      draw()
    },
    end: () => stderr.write(clear),
  }
}

/** The time that is left at the pace so far, in words; nothing while that is a guess. */
export function timeLeft(done: number, total: number, ms: number): string {
  if (done < enoughFiles || ms < enoughMs || done >= total) return ''
  const seconds = Math.ceil(((ms / done) * (total - done)) / 1000)
  if (seconds < 60) return `, ${seconds} s left`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `, ${minutes} min left` : `, ${Math.floor(minutes / 60)} h ${minutes % 60} min left`
}
