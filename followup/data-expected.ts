import { z } from 'zod'
import { endOfLimit } from '../data/holidays.ts'
import { loadData } from '../data/load.ts'
import { addMonths, monthsPeriod, partsOf } from '../schemas/calendar.ts'

const schema = z.object({ note: z.string(), source: z.string(), months: z.int().min(0) })
let lag: number | undefined

/** The day by which figures for a month, `YYYY-MM`, are to be expected. */
export function dataExpected(month: string): string {
  lag ??= loadData('cases/data-lag.json', schema).months
  const { year, month: number } = partsOf(addMonths(`${month}-01`, lag))
  return endOfLimit(monthsPeriod(year, number).end)
}
