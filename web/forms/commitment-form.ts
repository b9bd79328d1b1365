import {
  type Commitment,
  type CommitmentKind,
  type CommitmentStatus,
  commitmentKindSchema,
  commitmentStatusSchema,
} from '../../schemas/commitment.ts'
import type { Span } from '../../schemas/span.ts'
import { everySchema, type TimeExpression, timeRelationSchema } from '../../schemas/time.ts'
import type { CommitmentChanges } from '../../store/decide.ts'
import { dayOf } from './day.ts'
import { type FieldError, textOf } from './fields.ts'

/** One time as a form holds it: `quote` is empty for one that is to be added, `relation` for none. */
export type TimeForm = { quote: string; relation: string; start: string; end: string }
/** A commitment as a form holds it: texts, as they were typed. */
export type CommitmentForm = {
  kind: CommitmentKind
  status: CommitmentStatus
  every: string
  responsible: string
  times: TimeForm[]
}

const noTime: TimeForm = { quote: '', relation: '', start: '', end: '' }
const mostTimes = 20

type Known = Pick<Commitment, 'kind' | 'status' | 'times' | 'every' | 'responsible'>

/** The form that shows a commitment as it is, with room for one more time. */
export function formOf({ kind, status, times, every, responsible }: Known): CommitmentForm {
  const rows = times.map(({ quote, relation, start, end }) => ({ quote, relation, start, end }))
  return { kind, status, every: every ?? '', responsible: responsible ?? '', times: [...rows, noTime] }
}

/** What was sent in: the form as typed, and what it asks for, or what is wrong with it. `of`: as in `CommitmentFields`. */
export function readCommitmentForm(
  data: FormData,
  of: string,
  known: TimeExpression[],
  words: { quote: string; span: Span },
): { form: CommitmentForm; errors: FieldError[]; changes: Required<Omit<CommitmentChanges, 'target'>> } {
  const errors: FieldError[] = []
  const kind = commitmentKindSchema.catch('initiative').parse(textOf(data, 'art'))
  const status = commitmentStatusSchema.catch('planned').parse(textOf(data, 'status'))
  const every = everySchema
    .nullable()
    .catch(null)
    .parse(textOf(data, 'gentages') || null)
  const responsible = textOf(data, 'ansvarlig').slice(0, 200)
  const rows: TimeForm[] = []
  const times: TimeExpression[] = []
  for (let index = 0; index < mostTimes && data.has(`tid-${index}`); index++) {
    const before = known[index]
    const row = {
      quote: before?.quote ?? '',
      relation: textOf(data, `tid-${index}`),
      start: textOf(data, `fra-${index}`),
      end: textOf(data, `til-${index}`),
    }
    rows.push(row)
    const time = readTime(row, before, words)
    if (time === null) continue
    if ('field' in time) errors.push({ field: `${of}-${time.field}-${index}`, message: time.message })
    else times.push(time)
  }
  return {
    form: { kind, status, every: every ?? '', responsible, times: rows },
    errors,
    changes: { kind, status, every, responsible: responsible || null, times },
  }
}

/** A time of the form: null for none, and where it stands as it was, the time with its evidence. */
function readTime(
  row: TimeForm,
  before: TimeExpression | undefined,
  words: { quote: string; span: Span },
): TimeExpression | FieldError | null {
  if (row.relation === '' && row.start === '' && row.end === '') return null
  if (row.relation === '')
    return before ? null : { field: 'tid', message: 'Vælg, hvordan tiden skal forstås' }
  if (before && before.relation === row.relation && before.start === row.start && before.end === row.end)
    return before
  const relation = timeRelationSchema.safeParse(row.relation)
  if (!relation.success) return { field: 'tid', message: 'Vælg, hvordan tiden skal forstås' }
  const start = dayOf(row.start || row.end)
  const end = dayOf(row.end || row.start)
  if (start === null) return { field: 'fra', message: 'Skriv første dag som en dato' }
  if (end === null) return { field: 'til', message: 'Skriv sidste dag som en dato' }
  if (end < start) return { field: 'til', message: 'Sidste dag ligger før første dag' }
  const { quote, span } = before ?? words
  const grain = before && before.start === start && before.end === end ? before.grain : 'day'
  return { quote, span, relation: relation.data, start, end, grain, assumed: [], rule: 'person' }
}
