/**
 * A file that cannot be read as letters: the one error that an ingest reports and goes on from.
 * `reason` says what is wrong with the file and `advice` what a person can do, each in a few words of English.
 */
export class UnreadableFile extends Error {
  readonly reason: string
  readonly advice: string

  constructor(reason: string, advice: string) {
    super(`${reason}; ${advice}`)
    this.name = 'UnreadableFile'
    this.reason = reason
    this.advice = advice
  }
}
