import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from '../../../followup/markdown/shorten.ts'

const words = (n: number) => Array.from({ length: n }, (_, i) => `ord${i}`).join(' ')

test('a short quote stays whole', () => {
  expect(shorten('Vi ansætter to.', 20)).toBe('Vi ansætter to.')
})

test('a long quote is cut between words', () => {
  expect(shorten('Vi ansætter to, og vi flytter tre.', 20)).toBe('Vi ansætter to, og …')
  expect(shorten('Vi ansætter to, og vi flytter tre.', 16)).toBe('Vi ansætter to …')
})

test('the words of a deadline far down stay', () => {
  const quote = `${words(40)} senest om 6 måneder ${words(40)}`
  const short = shorten(quote, 100, ['senest om 6 måneder'])
  expect(short).toContain('… ')
  expect(short).toContain('senest om 6 måneder')
  expect(short).toMatch(/^ord0 /)
  expect(short.length).toBeLessThan(250)
})

test('words that are not in the quote are no matter', () => {
  expect(shorten('Vi ansætter to, og vi flytter tre.', 20, ['i maj'])).toBe('Vi ansætter to, og …')
})

test('a deadline that a person set has the whole quote as its words: it is cut like any other', () => {
  expect(shorten(words(60), 50, [words(60)])).toBe(shorten(words(60), 50))
})

test('for all texts: every word shown stands in the quote, and the kept words are shown', () => {
  const text = fc.array(fc.constantFrom('en', 'to', 'tretten', 'firetusinde'), {
    minLength: 1,
    maxLength: 200,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 300 }), (list, limit) => {
      const quote = [...list, 'i', 'maj', ...list].join(' ')
      const short = shorten(quote, limit, ['i maj'])
      expect(short).toContain('i maj')
      for (const part of short.split('…')) expect(quote).toContain(part.trim())
    }),
  )
})
