import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { phrasePattern } from '../../data/phrases.ts'
import { commitmentKindSchema } from '../../schemas/commitment.ts'

const text = z.string().min(1)
const list = z.array(z.string())
const words = z.object({ note: z.string(), words: list })
const questionSchema = z.object({
  code: text,
  text,
  short: text,
  kinds: z.array(commitmentKindSchema),
  needs: z.enum(['step', 'rhythm', 'day']),
  missing: text,
  vague: text,
  ask: text,
  asked: list,
})
const schema = z.object({
  note: z.string(),
  source: z.string(),
  questions: z.array(questionSchema),
  recitals: z.object({ note: z.string(), patterns: list, partial: list }),
  measurable: words,
  unmeasurable: words,
  rhythm: words,
  continued: words,
})
const vagueSchema = z.object({ words: list })

/** A question that the ministry asks of a statement, see `data/cases/questions.json`. */
export type Question = Omit<z.infer<typeof questionSchema>, 'asked'> & { asked: RegExp }

let cache: ReturnType<typeof load> | undefined
function load() {
  const data = loadData('cases/questions.json', schema)
  const oneOf = (sources: string[]) => new RegExp(`(?<!\\p{L})(?:${sources.join('|')})`, 'iu')
  return {
    questions: data.questions.map((question): Question => ({ ...question, asked: oneOf(question.asked) })),
    recital: oneOf(data.recitals.patterns),
    partial: oneOf(data.recitals.partial),
    measurable: phrasePattern(data.measurable.words),
    vague: phrasePattern(loadData('commitments/vague.json', vagueSchema).words),
    unmeasurable: phrasePattern(data.unmeasurable.words),
    rhythm: phrasePattern(data.rhythm.words),
    continued: phrasePattern(data.continued.words),
  }
}

/** The questions, and the words by which answers are judged. */
export function assessmentWords(): ReturnType<typeof load> {
  cache ??= load()
  return cache
}
