import fc from 'fast-check'
import { proposalOf, verdictsFor } from '../../../followup/verdicts/verdicts-for.ts'
import { linkLetters } from '../../../pipeline/link-letters.ts'
import { recordFile } from '../../../pipeline/record.ts'
import { commitmentKinds, commitmentStatuses, reviewStates } from '../../../schemas/commitment.ts'
import type { ExtractedLetter, LetterFacts } from '../../../schemas/letter.ts'
import type { Found } from '../../../schemas/span.ts'
import { decideAssessment } from '../../../store/assessments.ts'
import { placeLetter } from '../../../store/case-placements.ts'
import { decideCommitment } from '../../../store/decide.ts'
import { decideFact, factVersion } from '../../../store/decided-facts.ts'
import type { Store } from '../../../store/query.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { markReplySent, type NewReply, saveReply } from '../../../store/replies.ts'
import { addCommitment, commitmentVersion, undoDecision } from '../../../store/review.ts'
import { saveFigures } from '../../../store/save-figures.ts'
import { decideVerdict } from '../../../store/verdict-decisions.ts'
import { madeFile, madeLetter } from '../../store/made-letter.ts'

const at = '2019-02-01T00:00:00.000Z'
const who = { who: 'Anna', at }
const period = { code: '2018M12', start: '2018-12-01', end: '2018-12-31' }
const found = <T>(value: T): Found<T> => ({ value, span: null, rule: 'test', assumed: [] })
const koege = { code: '0259', name: 'Køge' }
const lejre = { code: '0350', name: 'Lejre' }
const matter = 'Dagpengemodtagere skal have et aktivt tilbud ved ret og pligt.'
const promise = 'Vi lever op til lovens krav om aktive tilbud senest den 30. november 2018.'
const day = { start: '2018-11-30', end: '2018-11-30' }
const time = {
  quote: 'senest den 30. november 2018',
  span: { start: 0, end: 0 },
  relation: 'by' as const,
  ...day,
}
const times = [{ ...time, grain: 'day' as const, assumed: [], rule: 'test' }]

function letter(facts: Partial<LetterFacts>, promises: string[]): ExtractedLetter {
  const made = madeLetter([matter, ...promises], promises, facts)
  const commitments = made.commitments.map((one, index) =>
    index === 0 ? { ...one, kind: 'compliance' as const, times } : one,
  )
  return { ...made, commitments }
}

/** A statement whose signers only the answer names. */
const statement = (municipality: typeof koege, date: string, promises: string[]) =>
  letter({ municipality: found(municipality), date: found(date), caseNumbers: [], signatories: [] }, promises)

const acknowledges = {
  receivedDate: found('2018-08-08'),
  signedBy: [found({ name: 'Bjarne Andersen', title: 'Arbejdsmarkedschef' })],
  notedExpectation: { quote: promise, span: { start: 0, end: 0 }, times },
}
const answer = { kind: found('acknowledgement' as const), date: found('2018-08-31'), acknowledges }

/** Letters of two municipalities as several files hold them, some of them in two versions. */
const files: ExtractedLetter[][] = [
  [statement(koege, '2018-08-08', [promise, 'Vi ansætter to jobkonsulenter.'])],
  [statement(koege, '2018-08-08', [promise, 'Vi ansætter tre jobkonsulenter inden jul.'])],
  [statement(koege, '2018-11-08', [promise])],
  [statement(lejre, '2018-08-01', [promise, 'Vi gennemgår lister hver uge.'])],
  [letter({ kind: found('request'), date: found('2018-04-09'), refersTo: [] }, [])],
  [
    letter({ ...answer, statusDataPeriod: found('2018-12') }, []),
    statement(lejre, '2018-06-01', ['Vi har ansat en medarbejder.']),
  ],
  [
    letter(
      { kind: found('committee-orientation'), municipality: null, asked: [found(koege), found(lejre)] },
      [],
    ),
  ],
  [letter({ kind: found('plan'), date: found('2018-07-01') }, ['Vi holder møder hver måned.'])],
]

type Change = (store: Store) => void
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const anyCommitment = (store: Store, n: number) =>
  pick(
    readLetters(store).flatMap(({ commitments }) => commitments),
    n,
  )
const anyLetter = (store: Store, n: number) => pick(readLetters(store), n)
const small = fc.nat(30)

const recorded = fc.tuple(fc.nat(files.length - 1), fc.constantFrom('1', '2', '3'), fc.boolean()).map(
  ([n, version, empty]): Change =>
    (store) => {
      const letters = empty ? [] : (files[n] ?? [])
      // the first two files are versions of one: they lie at the same path
      const file = madeFile('abcdefgh'[n] ?? '', `${Math.max(1, n)}.txt`, letters[0]?.text.text ?? '')
      recordFile(store, { ...file, letters }, version, at)
      linkLetters(store)
    },
)

const decided = fc
  .tuple(
    small,
    fc.constantFrom(...reviewStates),
    fc.constantFrom(...commitmentKinds),
    fc.constantFrom(...commitmentStatuses),
    fc.boolean(),
  )
  .map(
    ([n, review, kind, status, timed]): Change =>
      (store) => {
        const changes = review === 'edited' ? { kind, status, times: timed ? times : [] } : {}
        decideCommitment(store, anyCommitment(store, n)?.id ?? '', { ...who, review, changes, reason: '' })
      },
  )

const undone = small.map(
  (n): Change =>
    (store) => {
      const commitment = anyCommitment(store, n)
      if (commitment) undoDecision(store, commitment.id, commitmentVersion(commitment), who)
    },
)

const added = small.map(
  (n): Change =>
    (store) => {
      const span = { start: 0, end: matter.length }
      const found = {
        span,
        kind: 'target',
        status: 'planned',
        times,
        every: null,
        responsible: null,
      } as const
      addCommitment(store, anyLetter(store, n)?.id ?? '', { ...found, target: null }, who)
    },
)

const factDecided = fc.tuple(small, fc.constantFrom('municipality', 'date', 'kind' as const)).map(
  ([n, field]): Change =>
    (store) => {
      const of = anyLetter(store, n)
      const changed = {
        municipality: found(lejre),
        date: found('2018-10-10'),
        kind: found('statement' as const),
      }
      if (of) decideFact(store, of.id, field, factVersion(of.facts[field]), changed[field], who)
    },
)

const placed = fc.tuple(small, small, fc.boolean()).map(
  ([n, other, alone]): Change =>
    (store) => {
      const [one, two] = [anyLetter(store, n), anyLetter(store, other)]
      const placement = {
        letter: one?.id ?? '',
        municipality: koege.code,
        with: alone ? null : (two?.id ?? null),
      }
      if (one) placeLetter(store, placement, { ...who, reason: '', onlyThere: false })
    },
)

const assessed = fc.tuple(small, fc.constantFrom('initiatives', null)).map(
  ([n, question]): Change =>
    (store) => {
      const of = anyLetter(store, n)
      const answer = question === null ? 'sufficient' : 'vague'
      if (of)
        decideAssessment(store, { letter: of.id, question, answer, proposal: 'missing', reason: '', ...who })
    },
)

const judged = small.map(
  (n): Change =>
    (store) => {
      const verdict = pick(verdictsFor(store, period), n)
      if (!verdict) return
      decideVerdict(store, {
        verdict: 'met',
        action: 'set',
        proposal: proposalOf(verdict),
        reason: 'set',
        ...who,
      })
    },
)

const imported = fc.tuple(fc.nat(5), fc.nat(100)).map(
  ([n, value]): Change =>
    (store) => {
      const source = {
        name: 'a.csv',
        path: '/a.csv',
        format: 'csv' as const,
        source: 'jobindsats.dk',
        table: null,
      }
      const retrieved = `2019-02-0${n + 1}`
      const observed = {
        indicator: 'uden-tilbud-ret-og-pligt',
        area: koege.code,
        period: period.code,
        dimensions: {},
      }
      const figure = {
        ...observed,
        state: 'value' as const,
        value,
        unit: 'pct' as const,
        label: '',
        place: '',
      }
      saveFigures(store, { ...source, sha256: String(value), retrieved }, [figure], at)
    },
)

const sent = small.map(
  (n): Change =>
    (store) => {
      const of = anyLetter(store, n)
      if (!of) return
      const content = { fields: {}, evidence: [], observations: [], verdicts: [] } as NewReply['content']
      const reply = {
        kind: 'status',
        municipality: koege,
        caseId: null,
        period: null,
        date: '2018-12-01',
      } as const
      const id = saveReply(store, {
        ...reply,
        limit: null,
        content,
        templateName: '',
        template: new Uint8Array(),
        createdAt: at,
      })
      markReplySent(store, id, { date: '2018-12-01', caseNumber: '', letterId: of.id, content }, 'Anna', at)
    },
)

/** Anything that this program does to its records. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: recorded },
  { weight: 3, arbitrary: decided },
  undone,
  added,
  factDecided,
  placed,
  assessed,
  judged,
  imported,
  sent,
)
