import { expect, test } from 'vitest'
import { indicators } from '../../../data/indicators.ts'
import { findPhrase, wordsOf } from '../../../followup/verdicts/phrases.ts'
import { verdictWords } from '../../../followup/verdicts/verdict-words.ts'
import { letterWords, spokenOf } from '../../../followup/verdicts/which-indicator.ts'

test.each([
  ['rettidig- aktivering-', 'den rettidige aktiveringsindsats', true],
  ['rettidig- aktivering-', 'Rettidig aktivering', true],
  ['rettidig- aktivering-', 'urettidig aktivering', false],
  ['rettidig- aktivering-', 'rettidig og god aktivering', false],
  ['tilbud- … til tiden', 'tilbud til tiden', true],
  ['tilbud- … til tiden', 'tilbuddene bliver alle sammen givet til tiden', true],
  ['tilbud- … til tiden', 'tilbuddene er gode, og der er mange af dem, men ikke til tiden', false],
  ['ret og pligt', 'ret- og pligt-tilbud', true],
  ['dagpenge-', 'a-dagpengemodtagere', true],
  ['dagpenge-', 'sygedagpengemodtagere', false],
  ['loven', 'lovens', false],
])('%j in %j: %s', (phrase, text, wanted) => {
  expect(findPhrase(wordsOf(text), [phrase]) !== null).toBe(wanted)
})

const law = verdictWords().law.words
test.each([
  ['vi lever op til lovgivningens krav', true],
  ['at lovgivningen overholdes', true],
  ['kommunen opfylder loven for alle aldersgrupper', true],
  ['loven efterleves fuldt ud', true],
  ['fuld rettidighed', true],
  ['vi overholder reglerne for de forsikrede ledige', true],
  ['vi følger lovforslaget med interesse', false],
  ['initiativerne er fuldt implementeret', false],
  ['tilbuddene overholder kommunens egen standard', false],
  ['vi lover at gøre det', false],
])('%j is about keeping the law: %s', (text, wanted) => {
  expect(findPhrase(wordsOf(text), law) !== null).toBe(wanted)
})

const dagpenge = letterWords('Dagpengemodtagere skal have et aktivt tilbud ved ret og pligt.')
test.each([
  ['andelen af rettidig aktivering', 'uden-tilbud-ret-og-pligt complement'],
  ['andelen af rettidige tilbud', 'uden-tilbud-ret-og-pligt complement'],
  ['andelen uden rettidigt tilbud', 'uden-tilbud-ret-og-pligt as-measured'],
  ['personer, der ikke har fået et aktivt tilbud', 'uden-tilbud-ret-og-pligt as-measured'],
  ['passivandelen blandt de forsikrede ledige', 'passivandel as-measured'],
  ['andelen af passive dagpengemodtagere', 'passivandel as-measured'],
  ['rettidige jobsamtaler', ''],
  ['kontaktgraden', ''],
  ['aktiveringsgraden', ''],
])('%j speaks of %s', (text, wanted) => {
  const found = spokenOf(text, dagpenge).map(({ indicator, sense }) => `${indicator.id} ${sense}`)
  expect(found.join()).toBe(wanted)
})

test('what letters say of the two measures is told apart in both', () => {
  for (const { id, doesNotMeasure } of indicators().slice(0, 2))
    expect([id, doesNotMeasure]).toEqual([id, expect.stringContaining('kan ikke sammenlignes')])
})
