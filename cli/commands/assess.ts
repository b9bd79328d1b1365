import type { Command } from 'commander'
import type { Store } from '../../store/query.ts'
import { withStore, withStoreForReading } from '../database-option.ts'
import { printJson, printLines } from '../output.ts'
import { UsageError } from '../usage-error.ts'
import { resolveId } from './show.ts'

type Options = {
  question?: string
  set?: string
  accept?: boolean
  askAgain?: boolean
  reason?: string
  by?: string
  json?: boolean
}

export function assessCommand(program: Command): void {
  program
    .command('assess')
    .description('whether a statement answers what the ministry asks; with a decision, a person settles it')
    .argument('<letter>', "the statement's id, or the beginning of it")
    .option('--question <code>', 'the question that is decided: initiatives, follow-up or compliance')
    .option('--set <answer>', 'the answer to it: answered, vague or missing')
    .option('--accept', 'the statement is sufficient')
    .option('--ask-again', 'a supplementary statement is to be asked for')
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who decides')
    .option('--json', 'as JSON')
    .action(assess)
}

async function assess(typed: string, options: Options, command: Command): Promise<void> {
  const { question, set, accept, askAgain } = options
  const overall = [accept, askAgain].filter(Boolean).length
  const decides = question !== undefined || set !== undefined || overall > 0
  if (!decides)
    return withStoreForReading(command, async (store) => print(store, await statement(store, typed), options))
  if (overall + (question !== undefined || set !== undefined ? 1 : 0) !== 1)
    throw new UsageError('assess: say one of --accept, --ask-again, or --question with --set')
  const { by, reason } = options
  if (!by?.trim()) throw new UsageError('assess: say who decides with --by NAME')
  if (!reason?.trim()) throw new UsageError('assess: say why with --reason TEXT')
  const chosen = overall === 0 ? await parseAnswer(question, set) : null
  await withStore(command, async (store) => {
    const letter = await statement(store, typed)
    const { decideAssessment } = await import('../../store/assessments.ts')
    const { letter: now } = await read(store, letter)
    const proposal = chosen
      ? now.questions.find((one) => one.question === chosen.question)?.proposal
      : now.proposal
    decideAssessment(store, {
      letter,
      question: chosen?.question ?? null,
      answer: chosen?.answer ?? (accept ? 'sufficient' : 'ask-again'),
      proposal: proposal ?? '',
      who: by,
      at: new Date().toISOString(),
      reason,
    })
    await print(store, letter, options)
  })
}

async function parseAnswer(question: string | undefined, set: string | undefined) {
  const { answerSchema, answers } = await import('../../schemas/assessment.ts')
  const { assessmentWords } = await import('../../followup/assessment/questions.ts')
  const codes = assessmentWords().questions.map(({ code }) => code)
  if (question === undefined || !codes.includes(question))
    throw new UsageError(`assess: --question ${question ?? ''}: use one of ${codes.join(', ')}`)
  const answer = answerSchema.safeParse(set)
  if (!answer.success) throw new UsageError(`assess: --set ${set ?? ''}: use one of ${answers.join(', ')}`)
  return { question, answer: answer.data }
}

async function statement(store: Store, typed: string): Promise<string> {
  const { record, id } = await resolveId(store, typed)
  if (record !== 'letter') throw new UsageError(`${typed}: a commitment; only statements are assessed`)
  await read(store, id)
  return id
}

async function read(store: Store, id: string) {
  const { readLetterAssessment } = await import('../../followup/assessment/read-assessment.ts')
  const found = readLetterAssessment(store, id)
  if (!found) throw new UsageError(`${id}: no statement; only statements are assessed`)
  return found
}

async function print(store: Store, id: string, { json }: Options): Promise<void> {
  const found = await read(store, id)
  if (json) {
    const { readAuditLog } = await import('../../store/decide.ts')
    return printJson({ ...found, decisions: readAuditLog(store, id) })
  }
  const { assessmentLines } = await import('../show-assessment.ts')
  printLines(assessmentLines(found.letter, found.case))
}
