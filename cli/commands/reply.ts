import type { Command } from 'commander'
import { withStore, withStoreForReading } from '../database-option.ts'
import { printJson, printTable, say } from '../output.ts'
import { UsageError } from '../usage-error.ts'

export type DraftOptions = {
  case?: string
  municipality?: string
  period?: string
  date?: string
  replyDays?: string
  replyBy?: string
  received?: string
  statusPeriod?: string
  signer?: string
  subject?: string
  template?: string
  out: string
  json?: boolean
}

const kinds: Record<string, string> = {
  request: 'asks a municipality for a statement',
  'supplementary-request': 'asks for what its statement leaves open (see assess)',
  acknowledgement: 'confirms its statement, notes what it expects and announces a status',
  status: "says what a period's figures show of what it expects",
  orientation: 'tells the committee how far all municipalities are',
}

export function replyCommand(program: Command): void {
  const reply = program
    .command('reply')
    .description("drafts of the ministry's letters in Word; nothing is sent")
  for (const [kind, description] of Object.entries(kinds)) draftCommand(reply, kind, description)
  reply
    .command('list')
    .description('all drafts, and what became of them')
    .option('--json', 'as JSON')
    .action(list)
  reply
    .command('approve')
    .description('a person approves a draft')
    .argument('<id>', "the draft's id, or the beginning of it")
    .requiredOption('--by <name>', 'who approves')
    .option('--reason <text>', 'why', '')
    .option('--with-proposals', 'although it tells verdicts that nobody has confirmed')
    .action(approve)
  reply
    .command('sent')
    .description('an approved letter was sent: it is written without the mark of a draft and enters its case')
    .argument('<id>', "the draft's id, or the beginning of it")
    .requiredOption('--date <day>', 'the day it was sent, which is its date')
    .requiredOption('--case-number <number>', "the ministry's case number")
    .requiredOption('--by <name>', 'who says so')
    .option('--file <docx>', 'the letter as it was sent, when it was changed in Word')
    .option('--out <dir>', 'the folder for the letter', '.')
    .action(sent)
}

function draftCommand(reply: Command, kind: string, description: string): void {
  const command = reply.command(kind).description(description)
  if (kind !== 'orientation')
    command
      .option('--case <what>', "a municipality, a case's id, or a letter's id")
      .option('--municipality <name>', 'instead of --case, for one that has no case here')
  command
    .option('--date <day>', "the letter's date (default: today)")
    .option('--signer <name>', "who signs (default: who signed the ministry's last letter)")
    .option('--subject <words>', 'what the case is about (default: as its letters say)')
    .option('--template <docx>', "another template than the kind's own in data/templates")
    .option('--out <dir>', 'the folder for the draft and its annex', '.')
    .option('--json', 'print the draft with its evidence as JSON')
  if (['status', 'orientation'].includes(kind))
    command.requiredOption('--period <period>', 'the data period, such as 2018M12')
  if (['request', 'supplementary-request', 'status'].includes(kind))
    command
      .option('--reply-days <n>', 'working days for the answer, from the date of the letter', '15')
      .option('--reply-by <day>', 'the last day for the answer')
  if (kind === 'acknowledgement')
    command
      .option('--received <day>', 'when the statement was received')
      .option('--status-period <period>', 'the month whose data a status will be made on')
  command.action((options: DraftOptions, of: Command) => draft(kind, options, of))
}

async function draft(kind: string, options: DraftOptions, command: Command): Promise<void> {
  const { writeDraft } = await import('../write-draft.ts')
  const { replyKindSchema } = await import('../../schemas/reply.ts')
  const made = await withStore(command, (store) => writeDraft(store, replyKindSchema.parse(kind), options))
  if (options.json) printJson(made.reply)
  for (const path of made.written) say(`${path} written`)
  for (const line of made.remarks) say(line)
  say(`draft ${made.reply.id}; approve it with 'opfolg reply approve ${made.reply.id} --by NAME'`)
}

async function list({ json }: { json?: boolean }, command: Command): Promise<void> {
  await withStoreForReading(command, async (store) => {
    const { readReplies } = await import('../../store/replies.ts')
    const found = readReplies(store)
    if (json) return printJson(found.map(({ template: _, ...rest }) => rest))
    printTable(
      ['ID', 'STATE', 'KIND', 'MUNICIPALITY', 'DATE', 'CASE NUMBER', 'APPROVED BY', 'LETTER'],
      found.map(({ id, state, kind, municipality, date, caseNumber, approvedBy, letterId }) => [
        id,
        state,
        kind,
        municipality?.name ?? '-',
        date,
        caseNumber ?? '-',
        approvedBy ?? '-',
        letterId ?? '-',
      ]),
    )
  })
}

type ApproveOptions = { by: string; reason: string; withProposals?: boolean }

async function approve(typed: string, { by, reason, withProposals }: ApproveOptions, command: Command) {
  if (!by.trim()) throw new UsageError('reply approve: say who approves with --by NAME')
  await withStore(command, async (store) => {
    const { oneReply } = await import('../one-reply.ts')
    const { approveReply } = await import('../../store/replies.ts')
    const reply = oneReply(store, typed)
    if (reply.state !== 'draft') throw new UsageError(`${reply.id}: is ${reply.state} already`)
    const { openVerdicts } = await import('../../followup/replies/open-verdicts.ts')
    const proposals = openVerdicts(store, reply).map(({ commitmentId }) => commitmentId)
    if (proposals.length > 0 && !withProposals)
      throw new UsageError(
        `${reply.id}: tells ${proposals.length} verdict${proposals.length > 1 ? 's' : ''} that nobody has confirmed as written (${proposals.slice(0, 5).join(', ')}${proposals.length > 5 ? ' …' : ''}); decide with 'opfolg verdict', or add --with-proposals`,
      )
    approveReply(store, reply.id, { by, at: new Date().toISOString(), reason, proposals })
    say(`${reply.id}: approved by ${by}`)
  })
}

export type SentOptions = { date: string; caseNumber: string; by: string; file?: string; out: string }

async function sent(typed: string, options: SentOptions, command: Command): Promise<void> {
  await withStore(command, async (store) => {
    const { sendReply } = await import('../send-reply.ts')
    for (const line of await sendReply(store, typed, options)) say(line)
  })
}
