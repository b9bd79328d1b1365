/**
 * A queue between two that work at the same time: `push` resolves when there is room for more, `items` waits for
 * items until `end`. `fail` hands whoever takes them an error; after `stop` nothing is waited for any more.
 */
export type Queue<T> = {
  push: (item: T) => Promise<void>
  end: () => void
  fail: (error: unknown) => void
  stop: () => void
  items: () => AsyncGenerator<T>
}

/** Opens a queue in which up to `room` items wait. */
export function openQueue<T>(room: number): Queue<T> {
  const waiting: T[] = []
  let over: 'ended' | 'stopped' | { error: unknown } | null = null
  const { changed, change } = changes()
  const finish = (how: typeof over) => {
    over ??= how
    change()
  }
  return {
    push: async (item) => {
      waiting.push(item)
      change()
      while (waiting.length >= room && over !== 'stopped') await changed()
    },
    end: () => finish('ended'),
    fail: (error) => finish({ error }),
    stop: () => {
      over = 'stopped'
      change()
    },
    items: async function* () {
      while (over !== 'stopped') {
        const item = waiting.shift()
        if (item !== undefined) {
          change()
          yield item
        } else if (over === null) await changed()
        else if (over === 'ended') return
        else if (typeof over === 'object') throw over.error
      }
    },
  }
}

/** `changed` waits for the next `change`. */
export function changes(): { changed: () => Promise<void>; change: () => void } {
  let wake = () => {}
  let next = new Promise<void>((resolve) => {
    wake = resolve
  })
  return {
    changed: () => next,
    change: () => {
      wake()
      next = new Promise((resolve) => {
        wake = resolve
      })
    },
  }
}
