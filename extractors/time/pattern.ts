import { latinPattern } from '../language/latin.ts'
import { oneOf, words } from './words.ts'

let lists: Record<string, string> | undefined

/** Words that patterns may name in braces. */
function load(): Record<string, string> {
  const w = words()
  return {
    // an abbreviation needs its full stop: "sep." but not "sep"; "jul" is Christmas unless a day stands before it
    month: `${oneOf(w.monthNames)}|(?:${oneOf(w.monthAbbreviations)})(?:\\.|(?= {1,3}\\d{4}))`,
    monthname: oneOf(w.monthNames),
    shortmonth: `(?:${oneOf(w.monthAbbreviations.filter((m) => m !== 'jul'))})(?:\\.|(?= {1,3}\\d{4}))`,
    weekday: oneOf(w.weekdays.keys()),
    season: oneOf(w.seasons.keys()),
    holiday: oneOf(w.holidays.keys()),
    ordinalword: oneOf(w.ordinals.keys()),
    ordinal: `\\d{1,2}\\.|${oneOf(w.ordinals.keys())}`,
    year: '(?:19|20)\\d\\d',
    to: ' ?- ?| til og med | t\\.o\\.m\\. | til | tom\\. ',
    and: ' og | samt | eller | & ',
  }
}

/**
 * Compiles the little pattern language of the families, to be tried at one place: a regular expression in which a blank
 * stands for one to three blanks, " ?" for none to three, and `{month}`, `{weekday}` ... for the words of `data/time/`;
 * between brackets a blank is one. A match ends at the end of a word, and
 * a number is not cut out of a longer one ("2018-015032", "12.30", "2018-priser").
 */
export function compile(source: string): RegExp {
  lists ??= load()
  const named = lists
  const body = source
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => (named[name] ? `(?:${named[name]})` : whole))
    .replace(
      /(\[[^\]]*\])| \?| (?!\{)/g,
      (found, brackets) => brackets ?? (found === ' ' ? ' {1,3}' : ' {0,3}'),
    )
  return latinPattern(`(?:${body})(?![\\p{L}\\p{N}])(?!(?<=\\d)(?:[./:-]\\d|,\\d|-\\p{L}))`, 'y')
}
