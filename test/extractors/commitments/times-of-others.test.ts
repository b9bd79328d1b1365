import { describe, expect, it } from 'vitest'
import { commitmentsIn } from './letters.ts'

const timesIn = (text: string) => commitmentsIn([{ kind: 'paragraph', text }])[0]?.times.map((t) => t.quote)

describe('the times of a step', () => {
  it.each<[string, string[]]>([
    ['Vi indkalder fra uge 20 de borgere, som skal have en plan senest den 1. juli 2021.', ['fra uge 20']],
    [
      'Vi opretter den 1. maj 2021 et hold, som afholdes frem til juni 2021.',
      ['den 1. maj 2021', 'frem til juni 2021'],
    ],
    [
      'Der ansættes fire rådgivere, hvoraf to er tiltrådt den 1. februar 2021, og to tiltræder den 1. april 2021.',
      ['den 1. februar 2021', 'den 1. april 2021'],
    ],
    [
      'Ved en omlægning, der fik virkning fra den 1. december 2020, er de ledige samlet i et team.',
      ['fra den 1. december 2020'],
    ],
    [
      'Vi har truffet aftale med naboen om pladser. Aftalen gælder fra den 1. maj 2021.',
      ['fra den 1. maj 2021'],
    ],
    [
      'Bevillingen udløber den 31. december 2022, og vi ansætter derfor to rådgivere den 1. april 2021.',
      ['den 1. april 2021'],
    ],
    ['Vi vil oprette et forløb på tre uger. Det får premiere i uge 34.', ['i uge 34']],
    ['Vi vil flytte samtalen frem. Det sker mandag den 3. maj 2021.', ['mandag den 3. maj 2021']],
    [
      'Den 28. september 2020 manglede 96 unge en samtale, og det er planen, at alle har haft den senest den 20. maj 2021.',
      ['senest den 20. maj 2021'],
    ],
    [
      'Håndværkerne gik i gang den 12. februar 2021, og de første boliger tages i brug til maj.',
      ['den 12. februar 2021', 'til maj'],
    ],
    ['Vi har ansat en ny kollega, Karina, som begyndte den 15. februar 2021.', ['den 15. februar 2021']],
    [
      'Vi har samlet opgaverne i én afdeling, som så dagens lys den 18. januar 2021.',
      ['den 18. januar 2021'],
    ],
    ['I tredje fase, som påbegyndes i august, overgår borgerne til samtaler hver anden måned.', ['i august']],
    ['Byrådet besluttede den 6. februar 2021 at tilføre jobcentret to årsværk.', ['den 6. februar 2021']],
    [
      'Den første samtale fremrykkes i alle sager fra nu af. Ændringen gælder for alle, der melder sig ledige efter den 1. april 2021.',
      ['efter den 1. april 2021'],
    ],
    [
      'Rådgiverne vil få en digital påmindelse, som leverandøren har lovet at levere i 3. kvartal 2021.',
      ['i 3. kvartal 2021'],
    ],
    [
      'Samtaleforløbet er blevet lagt om. Det indebærer, at borgeren ved besked i god tid. Omlægningen trådte i kraft den 18. januar 2021.',
      ['den 18. januar 2021'],
    ],
    [
      'Der er indgået en aftale om 60 pladser, hvilken aftale løber til og med den 30. juni 2022.',
      ['til og med den 30. juni 2022'],
    ],
    ['De timer, der gik tabt, tilbydes kursisterne som sommerskole i uge 27-29 2021.', ['i uge 27-29 2021']],
    [
      'E-læring i lovgivningen, som alle medarbejdere skal have gennemført senest den 15. juni 2021, er indkøbt.',
      ['senest den 15. juni 2021'],
    ],
    ['Begge ubesatte stillinger er besat pr. 1. januar 2021.', ['pr. 1. januar 2021']],
    ['Vi har ansat fire mentorer, af hvilke de to tog fat den 15. februar 2021.', ['den 15. februar 2021']],
    [
      'Vi forventer, at mindst 85 pct. af samtalerne er rettidige for 3. kvartal 2021.',
      ['for 3. kvartal 2021'],
    ],
    [
      'Alle, der melder sig ledige fra den 1. maj 2021, vil få en fast kontaktperson.',
      ['fra den 1. maj 2021'],
    ],
    [
      'Vi har oprettet en prøve med 40 borgere, som kører fra den 11. til den 29. marts 2021.',
      ['fra den 11. til den 29. marts 2021'],
    ],
    [
      'Vi åbner et hold i foråret 2021, hvilket ventes at være fuldt besat den 1. maj 2021.',
      ['i foråret 2021', 'den 1. maj 2021'],
    ],
    ['Inden året er omme, vil højst 15 unge være uden tilbud.', ['Inden året er omme']],
    ['Det arbejde tager afdelingen sig af inden den 1. april 2021.', ['inden den 1. april 2021']],
    ['Vi har bedt revisionen, Hansen og Holm, om at gennemgå 40 sager i maj 2021.', ['i maj 2021']],
  ])('%s', (text, quotes) => {
    expect(timesIn(text)).toEqual(quotes)
  })
})

describe('no times of a step', () => {
  it.each([
    [
      'what citizens have time for',
      'De sidste sager er sendt i høring hos ansøgerne, der har frem til den 3. maj 2021.',
    ],
    [
      'a limit for applicants',
      'Der er ansat en vikar, og stillingen er slået op med ansøgningsfrist den 8. april 2021.',
    ],
    ['which cases', 'Vi offentliggør hver måned tallene for de sager, der er afgjort i juni 2021.'],
    [
      'how a paper came about',
      'Den vejledning, som juristen har udarbejdet i vinteren 2020, gennemgås på et fast møde hver måned.',
    ],
    [
      'when a rule changes',
      'Ændringer i bygningsreglementet, som træder i kraft den 1. januar 2022, vil blive indarbejdet.',
    ],
    [
      'what others have agreed',
      'Den ordning, som regeringen har aftalt at indføre den 1. januar 2022, vil blive indarbejdet i vores tilbud.',
    ],
    [
      'until when things are as they are',
      'Vi har flyttet to rådgivere, som er på ferie til og med den 4. maj 2021.',
    ],
    ['which cases', 'Juristen vil gennemgå 20 sager fra kalenderåret 2021.'],
    ['the last time', 'Trivslen måles hvert andet år, senest i september 2020.'],
    ['of which period a report is', 'Vi vil sende den næste opgørelse for 3. kvartal til udvalget.'],
    ['an earlier plan', 'Arkivet vil blive digitaliseret hurtigere og ikke som oprindelig planlagt i 2022.'],
    ['a window that moves on', 'Hver mandag gennemgår vi planen for de næste fjorten dage.'],
    ['a day of every week', 'Lederen sender hver mandag en liste, som rådgiverne svarer på inden onsdag.'],
    [
      'when money is decided',
      'I det budgetforslag, som byrådet behandler den 11. oktober 2021, har vi afsat midler til to rådgivere.',
    ],
    ['whose limit it is', 'Vi har ringet alle ledige med frist i juli og august 2020 op.'],
    [
      'how soon in each case',
      'Vi har indført en fast frist, så en udeblivelse skal være partshørt inden tre arbejdsdage.',
    ],
    [
      'what is referred to',
      'Lederen udtager hver måned 15 sager, jf. de retningslinjer, direktionen godkendte den 6. februar 2021.',
    ],
    ['who somebody is', 'Enhedens leder, der tiltrådte den 1. februar 2021, vil hver måned gøre status.'],
    ['a figure of the past', 'Vi har bragt køen ned fra 164 sager ved nytår til 127.'],
    ['a window that moves on', 'Lederen ser hver mandag på dem med frist inden for den næste måned.'],
    ['how soon in each case', 'Vi har aftalt med lægerne, at attester sendes inden for ti dage.'],
  ])('%s: %s', (_, text) => {
    expect(timesIn(text)).toEqual([])
  })
})

describe('the act of another municipality', () => {
  const text = 'Køge Kommune har planer om et nyt tilbud fra den 1. maj 2021.'
  it.each([
    ['Stevns', '0336', 0],
    ['Køge', '0259', 1],
  ])('in the letter of %s', (name, code, found) => {
    expect(commitmentsIn([{ kind: 'paragraph', text }], '2021-03-01', { name, code })).toHaveLength(found)
  })

  it.each([
    ['Stevns og Køge kommuner åbner et fælles hold den 1. maj 2021.', 1],
    ['Faxe og Køge kommuner åbner et fælles hold den 1. maj 2021.', 0],
    ['Køge skifter fagsystem den 1. maj 2021.', 0],
    ['Virksomheder i Køge kontaktes fra den 1. maj 2021.', 1],
  ])('in the letter of Stevns: %s', (said, found) => {
    const sender = { name: 'Stevns', code: '0336' }
    expect(commitmentsIn([{ kind: 'paragraph', text: said }], '2021-03-01', sender)).toHaveLength(found)
  })
})
