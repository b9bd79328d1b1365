import type { LetterReference } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { splitSentences } from '../language/sentences.ts'
import { type CalendarDay, findDays, pastDay } from './calendar-days.ts'
import { joinWrapped } from './join-wrapped.ts'
import type { Frame, Line } from './letter-frame.ts'
import { anyWord, letterWords, mayNameLetter } from './letter-words.ts'

let cache: ReturnType<typeof compile> | undefined
const patterns = () => {
  cache ??= compile()
  return cache
}
function compile() {
  const words = letterWords()
  const noun = anyWord(words.nouns, `(?!${words.noLetters.join('|')})[\\p{L}-]*`)
  const dated = anyWord(words.dated)
  return {
    noun: latin(new RegExp(noun, 'iu')),
    // "brev fra ministeren dateret den", "redegørelse vedrørende aktiv indsats af": no verb and no stop between
    nounBefore: latin(
      new RegExp(
        `(?<noun>${noun})(?<between>(?:\\s+[^\\s.,;:()]+(?:\\.\\p{L}+\\.?)?){0,12}?)(?:(?:,?\\s*(?:(?:som|der)\\s+(?:er|var)\\s+)?|\\s*:\\s*|\\s*\\()(?<dated>${dated})|(?<=${noun}))\\s*(?:henholdsvis\\s|hhv\\.\\s)?(?:den\\s|d\\.\\s?)?\\s*$`,
        'iu',
      ),
    ),
    sent: latin(new RegExp(anyWord(words.sentVerbs), 'iu')),
    ask: latin(new RegExp(anyWord(words.askVerbs), 'iu')),
    received: latin(new RegExp(anyWord(words.received), 'iu')),
    statement: latin(new RegExp(anyWord(words.statements, '[\\p{L}-]*'), 'iu')),
    committee: latin(new RegExp(anyWord(words.committees, '[\\p{L}-]*'), 'iu')),
    handled: latin(new RegExp(`(?<!\\p{L})\\p{L}*(?:${words.handled.join('|')})`, 'iu')),
    law: latin(new RegExp(`(?:${words.laws.join('|')})(?!\\p{L})[^.;]{0,60}$`, 'iu')),
  }
}

const verbBetween = latin(
  /(?<!\p{L})(?:er|var|har|havde|bliver|blev|vil|skal|kan|at|der|hvor|hvori|hvoraf|hvilke|som|og at|senest|inden|frist|frem|\p{L}{3,}eres)(?!\p{L})/iu,
)
const deadlineBefore = latin(
  /(?:senest|inden|frist\p{L}*|indtil|frem til|gælder fra|virkning fra|siden|efter|før|til|pr\.)\s*(?:er |var |til )?(?:\p{L}+dag\s+)?(?:den|d\.)?\s*$/iu,
)
const chain = latin(/^\s*(?:,|og|samt|hhv\.|henholdsvis|\/)?\s*(?:(?:af|den|d\.)\s*)*$/iu)

/** How dates of this letter are read: what it says it received counts as a letter unless it is a statement's. */
export type ReferenceContext = { date: string | null; fromState: boolean }

/**
 * The letters this one refers to, by their exact date: "dit brev dateret den 9. april", "har den 11. juni 2018 rettet
 * henvendelse", "i breve af 9. april og 11. juni". Dates of laws, meetings, deadlines and the letter's own are none,
 * nor is the day on which the state received the statement it acknowledges. A year that is not given is the last
 * one that puts the day before the letter's own date. Each date once, in order.
 */
export function findReferences(frame: Frame, context: ReferenceContext): Found<LetterReference>[] {
  const found: Found<LetterReference>[] = []
  for (const line of referringLines(frame)) {
    for (const sentence of splitSentences(line.text)) {
      found.push(...inSentence(line, sentence, context))
    }
  }
  return found.filter((one, at) => found.findIndex((other) => other.value.date === one.value.date) === at)
}

const referringLines = (frame: Frame): Line[] =>
  joinWrapped([...frame.head.filter((line) => line.kind !== 'furniture'), ...frame.body, ...frame.foot])
    .filter((line) => findDays(line.text).length > 0 && !/^\W*(?:dato|sendt|sent|date)\s*:/i.test(line.text))
    .sort((a, b) => a.start - b.start)

function inSentence(line: Line, sentence: Span, context: ReferenceContext): Found<LetterReference>[] {
  const text = line.text.slice(sentence.start, sentence.end)
  const days = findDays(line.text)
    .filter((day) => day.start >= sentence.start && day.end <= sentence.end)
    .map((day) => ({ ...day, start: day.start - sentence.start, end: day.end - sentence.start }))
  const found: Found<LetterReference>[] = []
  let chained = false
  days.forEach((day, at) => {
    const before = text.slice(days[at - 1]?.end ?? 0, day.start)
    const follows = chained && chain.test(before)
    const quote = follows ? text.slice(day.start, day.end) : governed(text, day, context)
    chained = quote !== null
    if (quote === null) return
    // in "af 9. april og 11. juni 2018" the year of the last stands for all
    const next = days[at + 1]
    const shared =
      day.year === null && next?.year && chain.test(text.slice(day.end, next.start))
        ? { ...day, year: next.year }
        : day
    const date = pastDay(shared, context.date)
    if (!date || (context.date && date >= context.date)) return
    const assumed = shared.year === null ? ["year from the letter's date"] : []
    const start = line.start + sentence.start + text.lastIndexOf(quote, day.start)
    found.push({
      value: { date, quote },
      span: { start, end: start + quote.length },
      rule: follows ? 'reference-chain' : 'reference',
      assumed,
    })
  })
  return found
}

/** The words by which a day is a letter's, or null when it is not. */
function governed(text: string, day: CalendarDay, context: ReferenceContext): string | null {
  const before = text.slice(Math.max(0, day.start - 220), day.start)
  const { nounBefore, law, handled, committee, received } = patterns()
  const named = mayNameLetter(before)
  if (deadlineBefore.test(before.replace(/(?:modtaget|dateret)\s+(?:pr\.\s*)?(?:den\s*)?$/iu, 'x')))
    return null
  if (law.test(before) && !/brev|skrivelse|henvendelse/iu.test(before.slice(-40))) return null
  // of several nouns ("redegørelsen er svar på mit brev af") a nearer one may be the letter
  for (
    let from = 0, match = named ? nounBefore.exec(before) : null;
    match?.groups;
    match = nounBefore.exec(before.slice(from))
  ) {
    const at = from + match.index
    const { noun = '', between = '', dated = '' } = match.groups
    from = at + noun.length
    const byDay = /^(?:den|d\.|på)$/iu.test(dated)
    const far = byDay && between.trim().split(/\s+/).length > 3
    const arrived = received.test(between + dated) && acknowledged(context, match[0])
    if (verbBetween.test(between) || handled.test(between) || far || arrived || meeting(before, at)) continue
    // "orientering af udvalget den 3. maj": a body's day, not a letter's
    const lead = before.slice(Math.max(0, at - 60), at)
    const theirs =
      byDay &&
      (committee.test(between) || committee.test(lead) || arrivedBefore(lead, context) || cameIn.test(lead))
    if (!theirs) return text.slice(day.start - before.length + at, day.end)
  }
  const tellsDay = named && (isDated.test(before) || oneOfThem.test(before)) && !law.test(before)
  return tellsDay ? text.slice(day.start, day.end) : inClause(text, day, context)
}

// "ministerens to breve, det ene af 3. september og det andet af 14. oktober"
const oneOfThem = latin(
  /(?<!\p{L})(?:to|tre|begge)\s(?:\p{L}+\s)?(?:breve|henvendelser|skrivelser)(?!\p{L}).{0,160}(?:ene|anden|andet|sidste)\s(?:af|fra|dateret)\s(?:den\s|d\.\s?)?$/isu,
)
// "Dit brev er dateret 15. november", "et brev, som vi modtog den 16. november, og som er dateret 15. november 2018"
const isDated = latin(/(?<!\p{L})(?:er|var)\s+dateret\s+(?:den\s+|d\.\s?)?$/iu)

// "I den sag indkom anmodningen den 3. april": a citizen's, or the day a letter came
const cameIn = latin(/(?<!\p{L})(?:indkom|indgik|ankom)\s[^.;]{0,30}$/iu)

const meeting = (before: string, at: number) =>
  /(?:møde|mødet)\s[^.;]{0,30}$/iu.test(before.slice(0, at)) && !/brev|skrivelse/iu.test(before.slice(at))
const acknowledged = (context: ReferenceContext, words: string) =>
  context.fromState && patterns().statement.test(words)
const arrivedBefore = (lead: string, context: ReferenceContext) =>
  context.fromState && patterns().received.test(lead)

const ownDate = latin(/(?<!\p{L})(?:af|dateret)\s(?:den\s|d\.\s?)?$/iu)

// "I spurgte den 21. august, hvorfor ...": "I" is a preposition in small letters
const youDid = latin(/^\s*(?:[Dd]u|I)\s\p{L}+\s(?:den|d\.)?\s*$/u)
// "den redegørelse, som I sendte mig den 3. maj"
const relative = latin(/^\s*(?:som|der|vi|jeg|I|kommunen)(?!\p{L})/u)
// "fået brev om ventetiden på møder": what a letter is about does not handle it
const withoutMatter = (text: string): string =>
  text.replace(/((?<![\p{L}])(?:brev|henvendelse|skrivelse)\S* (?:\S+ ){0,3}?om ).*/iu, '$1')
const lastWords = (text: string): string => text.slice(-30)

const willWrite = latin(/(?<!\p{L})(?:vil|skal|kan|ville|bør)(?!\p{L})/iu)
const askedFor = latin(
  /(?:redegør|svar|spørgsmål|oplys|plan|status|bidrag|udtalelse|kommune|minister|jer(?!\p{L})|jeg|handle|(?<!\p{L})(?:os|mig|dig|at\s+vide)(?!\p{L}))/iu,
)
/** "Den 11. juni 2018 sendte jeg et brev", "har den 11. juni rettet henvendelse", "bad den 6. januar kommunen redegøre". */
function inClause(text: string, day: CalendarDay, context: ReferenceContext): string | null {
  const { noun, sent, ask, received, statement, committee, handled } = patterns()
  const lead = text
    .slice(Math.max(0, day.start - 90), day.start)
    .replace(day.start > 90 ? /^\S*\s/u : /^$/u, '')
  if (!/(?:^|\s|\()(?:den|d\.)\s*$/iu.test(lead) && day.start > 0) return null
  // a letter that was named with its day is not named again by another
  const named = findDays(lead).at(-1)?.end ?? 0
  const from = Math.max(
    lead.lastIndexOf(',') + 1,
    lead.lastIndexOf(';') + 1,
    lead.lastIndexOf(':') + 1,
    named,
  )
  const clauseBefore = lead.slice(from)
  const rest = text.slice(day.end, day.end + 170)
  const stop = /[.;:](?=\s|$)/u.exec(rest)?.index ?? rest.length
  const clauseAfter = rest.slice(0, stop)
  const near = `${clauseBefore} ¤ ${clauseAfter.split(',')[0] ?? ''}`
  const verb = sent.exec(near)
  if (
    !verb ||
    committee.test(clauseBefore) ||
    committee.test(clauseAfter.slice(0, 25)) ||
    handled.test(withoutMatter(near))
  )
    return null
  if (willWrite.test(near.slice(0, verb.index))) return null
  const asks =
    ask.test(near) && (youDid.test(clauseBefore) || askedFor.test(`${clauseBefore} ${clauseAfter}`))
  const aboutLetter =
    noun.test(near) ||
    (noun.test(lead) && received.test(near) && named === 0) ||
    (relative.test(clauseBefore) &&
      /,\s*$/.test(lead.slice(0, from)) &&
      noun.test(lastWords(lead.slice(0, from - 1)))) ||
    (/^send|^modt|^frem/iu.test(verb[0]) && noun.test(clauseAfter))
  if (!aboutLetter && !asks) return null
  // what the state received is the statement it acknowledges; what the municipality received is the state's letter
  if (context.fromState && received.test(near) && statement.test(`${lead} ${clauseAfter}`)) return null
  // "har den 1. juni modtaget ministerens brev af 29. maj": the letter has a date of its own
  if (
    received.test(near) &&
    findDays(rest).some((own) => ownDate.test(rest.slice(0, own.start).split(/, som(?!\p{L})/u)[0] ?? ''))
  )
    return null
  const end = day.end + Math.max(0, (clauseAfter.split(',')[0] ?? '').length)
  const start = day.start - clauseBefore.trimStart().length
  return text.slice(Math.max(0, start), end).trim()
}
