const width = 30

/**
 * A one-line progress bar on stderr with the messages above it; where stderr is no terminal, only the messages.
 * `line` prints a message, `step` counts one file as done, `end` removes the bar.
 */
export function progressBar(total: number): {
  line: (text: string) => void
  step: () => void
  end: () => void
} {
  const { stderr } = process
  if (!stderr.isTTY) return { line: (text) => stderr.write(`${text}\n`), step: () => {}, end: () => {} }
  let done = 0
  const clear = '\r\u001b[K'
  const draw = () => {
    const filled = total === 0 ? width : Math.round((done / total) * width)
    stderr.write(`${clear}[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`)
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
