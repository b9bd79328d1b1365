import { join } from 'node:path'
import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { writeCalendar } from '../../../followup/calendar/write-calendar.ts'
import { decideCommitment } from '../../../store/decide.ts'
import type { Store } from '../../../store/query.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { asking, at, fromMinister, ingested } from '../written-letters.ts'

const koege = { code: '0259', name: 'Køge' }
const later = '2026-02-01T12:00:00.000Z'
let store: Store
beforeEach(async () => {
  store = await ingested(
    ['koege-2018-08-08.md', 'orientering-2018-08-31.txt'].map((name) =>
      join(packageRoot, 'data/letters', name),
    ),
    [fromMinister({ date: '9. april 2018', body: [asking('senest den 2. juni 2018')] })],
  )
})

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const status = component.getFirstPropertyValue('status')
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      summary: event.summary,
      sequence: event.sequence,
      status,
    }
  })
const write = (only: typeof koege | null = null, when = at) => events(writeCalendar(store, only, when).text)
const sixMonths = () =>
  readLetters(store)
    .flatMap(({ commitments }) => commitments)
    .find(({ quote }) => quote.includes('senest om 6 måneder'))?.id ?? ''

test('deadlines, time limits of replies and expected data are entries, each once', () => {
  const found = write()
  expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length)
  expect(found.find(({ uid }) => uid === `frist-${sixMonths()}-1@opfolg`)).toMatchObject({
    day: '2019-02-08',
    sequence: 0,
  })
  expect(found.filter(({ uid }) => uid.startsWith('data-')).map(({ uid, day }) => `${uid} ${day}`)).toEqual([
    'data-2018-09@opfolg 2018-10-31',
    'data-2018-12@opfolg 2019-01-31',
  ])
  expect(found.filter(({ uid }) => uid.startsWith('svarfrist-'))).toMatchObject([
    { day: '2018-06-04', summary: 'Lejre: svar på anmodning af 9. april 2018' },
  ])
})

test('written again without a change it is the same file', () => {
  expect(writeCalendar(store, null, later).text).not.toBe('')
  expect(writeCalendar(store, null, at).text).toBe(writeCalendar(store, null, '2027-01-01T00:00:00Z').text)
})

test('what a person changed is an update of the entry, and what was rejected is taken back', () => {
  const before = write()
  const id = sixMonths()
  const uid = `frist-${id}-1@opfolg`
  const [time] = readLetters(store).flatMap(
    ({ commitments }) => commitments.find((one) => one.id === id)?.times ?? [],
  )
  if (!time) throw new Error('the commitment has no time')
  const times = [{ ...time, start: '2019-03-01', end: '2019-03-01' }]
  const decision = { who: 'Anna', at, reason: '' }
  decideCommitment(store, id, { ...decision, review: 'edited', changes: { times } })
  const changed = write(null, later)
  expect(changed.filter(({ sequence }) => sequence > 0)).toMatchObject([
    { uid, day: '2019-03-01', sequence: 1 },
  ])
  decideCommitment(store, id, { ...decision, review: 'rejected', changes: {} })
  const rejected = write(null, later)
  expect(rejected).toHaveLength(before.length)
  expect(rejected.filter(({ status }) => status === 'CANCELLED')).toMatchObject([{ uid, sequence: 2 }])
  expect(write(null, later)).toEqual(rejected)
  decideCommitment(store, id, { ...decision, review: 'confirmed', changes: {} })
  expect(write(null, later).find((one) => one.uid === uid)).toMatchObject({
    status: 'CONFIRMED',
    sequence: 3,
  })
})

test('the calendar of one municipality has its entries and takes back no others', () => {
  const all = write()
  const own = write(koege)
  expect(own.length).toBeGreaterThan(1)
  expect(own.every(({ summary, uid }) => summary.startsWith('Køge') || uid === 'data-2018-12@opfolg')).toBe(
    true,
  )
  expect(own.some(({ status }) => status === 'CANCELLED')).toBe(false)
  expect(write()).toEqual(all)
})
