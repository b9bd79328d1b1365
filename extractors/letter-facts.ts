import type { Issue, LetterFacts } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import type { FoundTimes } from '../schemas/time.ts'
import { findAcknowledgement } from './acknowledgement/find-acknowledgement.ts'
import { findAsked } from './acknowledgement/find-asked.ts'
import { findStatusPeriod } from './acknowledgement/find-status-period.ts'
import { findCaseNumbers } from './letterhead/find-case-numbers.ts'
import { findContact } from './letterhead/find-contact.ts'
import { findKind } from './letterhead/find-kind.ts'
import { findLetterDate } from './letterhead/find-letter-date.ts'
import { findMentions } from './letterhead/find-mentions.ts'
import { findMunicipality } from './letterhead/find-municipality.ts'
import { findRecipient } from './letterhead/find-recipient.ts'
import { findReferences } from './letterhead/find-references.ts'
import { findReplyDeadline } from './letterhead/find-reply-deadline.ts'
import { findSubject } from './letterhead/find-subject.ts'
import { frameOf } from './letterhead/letter-frame.ts'
import { findSignatories } from './signatories/find-signatories.ts'

/**
 * Everything that stands in a letter's head, foot and frame. `times` are the letter's times read with its own date
 * as reference; null makes them be read here where they are needed. What is missing is null or empty, and an issue
 * says so where a person must know.
 */
export function findLetterFacts(text: LetterText, times: FoundTimes | null): LetterFacts {
  const frame = frameOf(text)
  const date = findLetterDate(frame)
  const day = date?.value ?? null
  const { signatories, issues: signatoryIssues } = findSignatories(frame)
  const { kind, issues: kindIssues } = findKind(
    frame,
    signatories.map((one) => one.value),
  )
  const { municipality, issues: municipalityIssues } = findMunicipality(frame, kind.value)
  const fromState = ['request', 'acknowledgement', 'committee-orientation'].includes(kind.value)
  const isRequest = kind.value === 'request'
  const isOrientation = kind.value === 'committee-orientation'
  const isLetter = kind.value !== 'other' && kind.value !== 'plan'
  const refersTo = findReferences(frame, { date: day, fromState })
  const acknowledges = kind.value === 'acknowledgement' ? findAcknowledgement(frame, day) : null
  return {
    kind,
    municipality,
    date,
    caseNumbers: findCaseNumbers(frame),
    subject: findSubject(frame),
    recipient: findRecipient(frame, kind.value),
    contact: findContact(frame),
    signatories: kind.value === 'plan' ? [] : signatories,
    refersTo,
    mentions: isLetter ? findMentions(frame, { date: day, fromState }, refersTo) : [],
    replyDeadline: isRequest && day ? findReplyDeadline(frame, times, day) : null,
    acknowledges,
    statusDataPeriod: fromState ? findStatusPeriod(frame, day) : null,
    ...(isOrientation ? findAsked(frame) : { asked: [], askedAgain: [] }),
    issues: [
      ...(date || !isLetter ? [] : [undated]),
      ...kindIssues,
      ...(kind.value === 'other' ? [] : municipalityIssues),
      ...(isLetter ? signatoryIssues : []),
    ],
  }
}

const undated: Issue = { code: 'undated', message: 'Brevet har ingen dato.', span: null }
