import { Chrono } from 'chrono-node'
import { parser } from './parser.ts'
import { amounts } from './parsers/amounts.ts'
import { neighbouringDays, numericDayRanges, writtenDayRanges } from './parsers/day-ranges.ts'
import { daysAlone } from './parsers/days-alone.ts'
import { holidays, turnOfYear } from './parsers/holidays.ts'
import { months } from './parsers/months.ts'
import { numbers } from './parsers/numbers.ts'
import { isoDates, numericDates, numericDatesWithoutYear } from './parsers/numeric-dates.ts'
import { quarters, shortQuarters } from './parsers/quarters.ts'
import {
  dayOfEveryUnit,
  everyUnit,
  intervals,
  onWeekdays,
  recurrenceWords,
  timesPerUnit,
} from './parsers/recurrences.ts'
import { definitePeriods, endOfMonth, endOfThis, nextSeason, thisAndNext, today } from './parsers/relative.ts'
import { seasons } from './parsers/seasons.ts'
import { weekdays, weekdaysOfMonth } from './parsers/weekdays.ts'
import { listedWeeks, weeks } from './parsers/weeks.ts'
import { daysOfOneMonth, spelledDates, writtenDates } from './parsers/written-dates.ts'
import { schoolYears, years } from './parsers/years.ts'
import { components } from './refiners/components.ts'
import { counted } from './refiners/counted.ts'
import { leads } from './refiners/leads.ts'
import { notDeadlines } from './refiners/not-deadlines.ts'
import { overlaps } from './refiners/overlaps.ts'
import { ranges } from './refiners/ranges.ts'
import { resolve } from './refiners/resolve.ts'
import { trails } from './refiners/trails.ts'
import { startFinder } from './starts.ts'

/** What finds: each family of expressions, the more exact before the less exact. */
const families = [
  writtenDayRanges, // 1.-15. november 2018
  numericDayRanges, // 15/10-21/12 2018
  neighbouringDays, // den 9. og 10. november
  daysOfOneMonth, // den 3. og 10. maj
  writtenDates, // 8. august 2018
  spelledDates, // den første maj
  numericDates, // 06-07-2018
  isoDates, // 2018-08-08
  numericDatesWithoutYear, // d. 15/11
  daysAlone, // den 15.
  weekdaysOfMonth, // første mandag i september
  weeks, // uge 47
  listedWeeks, // uge 5 og 9
  months, // november og december måned
  quarters, // 3. kvartal 2018
  shortQuarters, // Q3 2018
  schoolYears, // skoleåret 2019/2020
  years, // i 2019
  nextSeason, // næste forår
  seasons, // i foråret 2018
  turnOfYear, // årsskiftet 2018/2019
  holidays, // inden jul
  weekdays, // på fredag
  today, // dags dato
  thisAndNext, // næste måned
  endOfThis, // årets udgang
  endOfMonth, // februars udgang
  definitePeriods, // udgangen af året
  dayOfEveryUnit, // den 1. i måneden
  everyUnit, // hver 14. dag
  onWeekdays, // om fredagen
  timesPerUnit, // to gange om måneden
  intervals, // med to ugers mellemrum
  recurrenceWords, // månedligt
  amounts, // om 6 måneder, 14 dage efter, 13 ugers ledighed
  ...numbers, // § 16 a, sagsnr., kl. 10-14
]

/** What judges, in this order. */
const refiners = [
  overlaps, // the longer of two that overlap
  leads, // senest, med udgangen af, primo: relation and part of the period
  trails, // og frem
  ranges, // fra ... til ...
  counted, // 14 dage efter mødet den 28. marts
  notDeadlines, // dates of laws and letters, weeks of unemployment
  resolve, // the year, from what stands beside it and from the tense
  components, // chrono's own fields
]

/** The Danish locale for chrono: its results are `DanishResult`s. Call it through `findTimes`. */
export const danish = new Chrono({ parsers: families.map(parser), refiners })

/** Where the expressions of each family can begin in a folded text: what the parsers need in `LetterOption`. */
export const startsIn = startFinder(families)
