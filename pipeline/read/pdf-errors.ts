/**
 * Whether pdf.js threw an error, or the canvas it draws on did: a fault of the file, not of this program. It has errors of its
 * own, and lets others (a TypeError, a full stack) through where a file is broken in a way it did not think of.
 */
export function fromPdfJs(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (
    /^(?:Unknown|Format|Parser|Missing|XRef|InvalidPDF|Response|Abort|Jpeg|Jpx|Jbig2|Rendering)/.test(
      error.name,
    )
  )
    return true
  // the innermost function on the stack that is not the engine's own
  const calls = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const place = calls.find((line) => !/<anonymous>\)?$|\bnode:|\(native/.test(line))
  return /[\\/](?:pdfjs-dist|@napi-rs)[\\/]/.test(place ?? '')
}

/** Does with a broken part of a file what there is left to do. */
export async function orIfBroken<T>(read: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!fromPdfJs(error)) throw error
    return otherwise()
  }
}

let listening = false

/**
 * Keeps the promises that pdf.js forgets from ending the program: in a broken file it looks pages up beforehand, and
 * listens to none of them once the first has failed. Others that nobody listens to end the program as before.
 */
export function outliveForgottenPromises(): void {
  if (listening) return
  listening = true
  process.on('unhandledRejection', (reason) => {
    if (!fromPdfJs(reason)) throw reason
  })
}
