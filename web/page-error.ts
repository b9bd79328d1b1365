/** A request that cannot be met: shown as a page in Danish that says what is wrong and what to do. */
export class PageError extends Error {
  override name = 'PageError'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 421 | 422
  readonly advice: string

  constructor(status: PageError['status'], message: string, advice: string) {
    super(message)
    this.status = status
    this.advice = advice
  }
}
