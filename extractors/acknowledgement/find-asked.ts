import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { findMunicipalities } from '../letterhead/municipality-names.ts'
import { sentencesOf } from './find-acknowledgement.ts'

const asking = latin(
  /(?<!\p{L})(?:sendte|sendt|skrev|skrevet|bad|bedt|anmodede|anmodet|opfordrede|opfordret|rettede|rettet|pålagde|udbad)(?!\p{L})/iu,
)
const again = latin(
  /(?<!\p{L})(?:opfølgende|supplerende|fornyet|fornyede|uddybende|ny(?:e)? (?:\p{L}+ )?redegørelse\p{L}*|igen|på ny|yderligere|endnu en|anden redegørelse)(?!\p{L})/iu,
)
const letter = latin(
  /(?<!\p{L})(?:\p{L}*brev\p{L}*|\p{L}*redegør\p{L}*|skrivelse\p{L}*|svar\p{L}*|henvendelse\p{L}*|oplys\p{L}*|\p{L}*plan\p{L}*)(?!\p{L})/iu,
)

const wrote = latin(/(?<!\p{L})(?:skrev|skrevet)(?: [\p{L}\d.]+){0,6} til(?!\p{L})/iu)

/** The municipalities that an orientation says were asked for a statement, and those asked for another. */
export function findAsked(frame: Frame): {
  asked: Found<MunicipalityRef>[]
  askedAgain: Found<MunicipalityRef>[]
} {
  const asked: Found<MunicipalityRef>[] = []
  const askedAgain: Found<MunicipalityRef>[] = []
  for (const { text, start } of sentencesOf(frame)) {
    if (!asking.test(text) || !(letter.test(text) || wrote.test(text))) continue
    const list = again.test(text) ? askedAgain : asked
    for (const mention of findMunicipalities(text)) {
      if (mention.form === 'domain' || list.some((one) => one.value.code === mention.municipality.code))
        continue
      const span = { start: start + mention.start, end: start + mention.end }
      list.push({
        value: mention.municipality,
        span,
        rule: list === asked ? 'asked' : 'asked-again',
        assumed: [],
      })
    }
  }
  return { asked, askedAgain }
}
