/** An example: the numbers of the features it has, and whether it is one of what is sought. */
export type Example = { features: Uint32Array; positive: boolean }

const rounds = 8
const step = 0.3
const decay = 2e-4

/** Numbers below 2^32 in an order that looks random and is the same each time (xorshift). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

function shuffle(order: Uint32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = next() % (i + 1)
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
}

/**
 * Logistic regression with a step for each weight (AdaGrad: Duchi, Hazan and Singer, 2011) and decaying weights. The
 * same examples always give the same weights.
 * @returns a weight for each feature, and the bias
 */
export function trainWeights(examples: Example[], features: number): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(features)
  const squares = new Float64Array(features).fill(0.01)
  const order = Uint32Array.from(examples, (_, i) => i)
  const next = randomNumbers(1)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next)
    for (const i of order) {
      const { features: own, positive } = examples[i] as Example
      let sum = bias
      for (const f of own) sum += weights[f] as number
      const error = 1 / (1 + Math.exp(-sum)) - (positive ? 1 : 0)
      bias -= 0.01 * error
      for (const f of own) {
        const weight = weights[f] as number
        const slope = error + decay * weight
        const square = (squares[f] as number) + slope * slope
        squares[f] = square
        weights[f] = weight - (step * slope) / Math.sqrt(square)
      }
    }
  }
  return { weights, bias }
}
