import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitClauses } from '../../../extractors/language/clauses.ts'
import { phraseTest } from '../../../extractors/language/phrases.ts'
import { findPredicates } from '../../../extractors/language/predicates.ts'
import { readVerb } from '../../../extractors/language/verb-forms.ts'
import { tokenize } from '../../../extractors/language/words.ts'

describe('verb forms', () => {
  it.each([
    ['iværksætter', 'iværksætte', 'pres'],
    ['igangsat', 'igangsætte', 'part'],
    ['opnormeres', 'opnormere', 'pass'],
    ['gennemgik', 'gennemgå', 'past'],
    ['gennemgå', 'gennemgå', 'inf'],
    ['ansatte', 'ansætte', 'past'],
    ['forelagt', 'forelægge', 'part'],
    ['digitaliseret', 'digitalisere', 'part'],
    ['udfases', 'udfase', 'pass'],
    ['fulgt', 'følge', 'part'],
  ])('%s is %s (%s)', (word, lemma, form) => {
    expect(readVerb(word)).toContainEqual({ lemma, form })
  })
  it.each(['kommunen', 'borgerne', 'antallet', 'lavt', 'tilbuddet', 'ministeren'])(
    '%s is no verb',
    (word) => {
      expect(readVerb(word)).toEqual([])
    },
  )
})

describe('clauses', () => {
  const types = (sentence: string) =>
    splitClauses(sentence).map((c) => `${c.type}: ${c.tokens.map((t) => t.text).join(' ')}`)
  it.each<[string, string[]]>([
    ['Vi oplyser, at sagen er afgjort', ['main: Vi oplyser', 'that: at sagen er afgjort']],
    [
      'De sager, der ligger stille, tages op',
      ['main: De sager', 'relative: der ligger stille', 'main: tages op'],
    ],
    ['Hvis byrådet siger ja, ansætter vi to', ['condition: Hvis byrådet siger ja', 'main: ansætter vi to']],
    ['Vi spørger, hvornår kravene er opfyldt', ['main: Vi spørger', 'question: hvornår kravene er opfyldt']],
    ['Inden udgangen af maj, sker det', ['main: Inden udgangen af maj', 'main: sker det']],
    ['Det sker, inden der er gået en måned', ['main: Det sker', 'adverbial: inden der er gået en måned']],
    [
      'De tiltag, kommunen har iværksat, virker',
      ['main: De tiltag', 'relative: kommunen har iværksat', 'main: virker'],
    ],
    ['Planen (den nye) følges', ['main: Planen', 'aside: den nye', 'main: følges']],
    ['For at sikre kvaliteten indføres et eftersyn', ['main: For at sikre kvaliteten indføres et eftersyn']],
  ])('%s', (sentence, expected) => {
    expect(types(sentence)).toEqual(expected)
  })

  it('keeps every word at its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const { tokens } of splitClauses(text))
          for (const t of tokens) expect(text.slice(t.start, t.end)).toBe(t.text)
      }),
    )
  })
})

describe('predicates', () => {
  const read = (clause: string) =>
    findPredicates(tokenize(clause)).map(
      (p) => `${p.lemma} ${p.tense}${p.passive ? ' passive' : ''}${p.negated ? ' not' : ''}`,
    )
  it.each<[string, string[]]>([
    ['Vi vil ansætte to rådgivere', ['ansætte future']],
    ['Der vil blive ansat to rådgivere', ['ansætte future passive']],
    ['Der er ansat to rådgivere', ['ansætte perfect passive']],
    ['Vi har den 1. maj ansat to', ['ansætte perfect']],
    ['Sagerne fordeles', ['fordele present passive']],
    ['Sagerne blev fordelt', ['fordele past passive']],
    ['Vi forventer at indføre et system', ['indføre future']],
    ['Systemet forventes indført i maj', ['indføre future passive']],
    ['Systemet ventes at blive taget i brug', ['tage future passive']],
    ['Vi er begyndt at holde møder', ['holde perfect']],
    ['Vi er i færd med at samle sagerne', ['samle present']],
    ['Vi vil ikke udvide ordningen', ['udvide future not']],
    ['Vi gør det ikke længere', ['gøre present']],
    ['Jobcentret var lukket', ['være past']],
    ['Antallet skal ned på 60', ['komme must']],
    ['Vi lovede at svare', ['love past']],
    ['Telefonen betjenes af to', ['betjene present passive']],
    ['De iværksatte tiltag virker', ['virke present']],
  ])('%s', (clause, expected) => {
    expect(read(clause)).toEqual(expected)
  })
})

describe('phrases', () => {
  const phrases = phraseTest(['-leder', 'opfølgning-', 'følge op', 'status'])
  it.each([
    'Teamlederen? nej: teamleder',
    'Opfølgningen er god',
    'vi vil følge op',
    'STATUS',
    'en system-status',
  ])('in: %s', (text) => {
    expect(phrases.test(text)).toBe(true)
  })
  it.each(['ledelse', 'følge med og op', 'statuen', ''])('not in: %s', (text) => {
    expect(phrases.test(text)).toBe(false)
  })
})
