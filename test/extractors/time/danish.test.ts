import type { ParsedComponents } from 'chrono-node'
import { describe, expect, it } from 'vitest'
import { danish, startsIn } from '../../../extractors/time/danish.ts'
import { findTimes } from '../../../extractors/time/find-times.ts'
import { fold } from '../../../extractors/time/fold.ts'

const day = (c: ParsedComponents | null | undefined) => [c?.get('year'), c?.get('month'), c?.get('day')]
const option = (original: string) =>
  ({ original, reference: '2018-08-08', tense: null, starts: startsIn(fold(original)) }) as object

describe('the Danish locale on chrono', () => {
  it("fills chrono's own fields", () => {
    const text = 'fra den 15. oktober til den 21. december 2018'
    const [result] = danish.parse(fold(text), new Date('2018-08-08T12:00:00'), option(text))
    expect(result?.text).toBe(text)
    expect(day(result?.start)).toEqual([2018, 10, 15])
    expect(day(result?.end)).toEqual([2018, 12, 21])
  })

  it.each(['99. maj', '112. juli 2018', '331. december 2018', '2018-015032-2', 'A26-2-18'])(
    'no date is cut out of %s, which chrono offers again a character later',
    (text) => expect(findTimes(text, '2018-08-08').times).toEqual([]),
  )

  it('a month later never runs over the end of the month', () => {
    expect(findTimes('senest om 6 måneder', '2018-08-31').times[0]?.end).toBe('2019-02-28')
    expect(findTimes('senest om 1 måned', '2020-01-31').times[0]?.end).toBe('2020-02-29')
  })

  it('takes the tense that the caller knows', () => {
    expect(findTimes('I maj', '2018-08-08', { tense: 'past' }).times[0]?.start).toBe('2018-05-01')
    expect(findTimes('I maj', '2018-08-08', { tense: 'future' }).times[0]?.start).toBe('2019-05-01')
  })

  it('refuses a reference that is no date', () => {
    expect(() => findTimes('i maj', '8. august 2018')).toThrow(RangeError)
    expect(() => findTimes('i maj', '2018-13-40')).toThrow(RangeError)
  })

  it('keeps positions in text with unusual letters and dashes', () => {
    const text = 'İ alt – i perioden 1. juli – 15. august 2018'
    const [time] = findTimes(text, '2018-08-08').times
    expect(time?.quote).toBe('i perioden 1. juli – 15. august 2018')
    expect(time && text.slice(time.span.start, time.span.end)).toBe(time?.quote)
  })
})
