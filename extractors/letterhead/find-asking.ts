import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Frame } from './letter-frame.ts'

const asks = latin(
  /(?<!\p{L})(?:beder(?! du)|bede|bedes|anmoder|anmode|anmodes|opfordrer|opfordres|pålægger|pålægges|imødeser|imødeses|afventer|forventer at modtage|ønsker|udbeder|udbedes)(?!\p{L})/iu,
)
const asked = latin(
  /(?<!\p{L})\p{L}*(?:redegør\p{L}*|svar(?:e|et|ene)?|besvar\p{L}*|oplys\p{L}*|handle?plan\p{L}*|handlingsplan\p{L}*|plan(?:en)? for|udtal\p{L}*|tilbagemeld\p{L}*|bemærkninger|bidrag|dokumentation\p{L}*|statusnotat|uddyb\p{L}*)(?!\p{L})/iu,
)
const answerForm = latin(
  /(?<!\p{L})(?:redegørelsen?|svaret|besvarelsen|svar|oplysningerne|udtalelsen|handleplanen|planen)\s+(?:bedes|skal|må|ønskes|imødeses)(?!\p{L})/iu,
)
const narrated = latin(
  /(?<!\p{L})(?:fremgår|skriver i|i har|kommunen har|har i|blev i|bad|vil fremgå)(?!\p{L})/iu,
)

/** The sentences in which the writer asks, now, for an answer: "Jeg skal derfor bede kommunen om en redegørelse". */
export function findAsking(frame: Frame): Span[] {
  const sentences: Span[] = []
  for (const line of frame.body) {
    if (!asks.test(line.text) && !answerForm.test(line.text)) continue
    for (const span of splitSentences(line.text)) {
      const text = line.text.slice(span.start, span.end)
      const match = asks.exec(text)
      const direct = match && asked.test(text) && !narrated.test(text.slice(0, match.index))
      if (direct || answerForm.test(text))
        sentences.push({ start: line.start + span.start, end: line.start + span.end })
    }
  }
  return sentences
}
