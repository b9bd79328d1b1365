/** An example: the numbers of the features it has, and whether it is one of what is sought. */
export type Example = { features: Uint32Array; positive: boolean }

const rounds = 12
const step = 0.1
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

/** What is learnt hangs a little on the order and on what is left out: so many courses are averaged. */
const courses = 4

/**
 * Logistic regression with a step for each weight (AdaGrad: Duchi, Hazan and Singer, 2011). Each time an example is
 * seen half of its features are left out, so that no few of them decide alone (dropout: Srivastava et al., 2014), and the
 * weights of the later rounds of several courses are averaged. The same examples always give the same weights.
 * @returns a weight for each feature, and the bias
 */
export function trainWeights(examples: Example[], features: number): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(features)
  let bias = 0
  for (let course = 1; course <= courses; course++) {
    const learnt = trainOnce(examples, features, course)
    bias += learnt.bias / courses
    for (let f = 0; f < features; f++)
      weights[f] = (weights[f] as number) + (learnt.weights[f] as number) / courses
  }
  return { weights, bias }
}

function trainOnce(
  examples: Example[],
  features: number,
  seed: number,
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(features)
  const squares = new Float64Array(features).fill(0.01)
  const averaged = new Float64Array(features)
  const order = Uint32Array.from(examples, (_, i) => i)
  const next = randomNumbers(seed)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next)
    for (const i of order) {
      const { features: own, positive } = examples[i] as Example
      const seen = own.filter(() => next() & 1024)
      let sum = 0
      for (const f of seen) sum += weights[f] as number
      // half of the features speak for all of them
      const error = 1 / (1 + Math.exp(-(bias + 2 * sum))) - (positive ? 1 : 0)
      bias -= 0.01 * error
      for (const f of seen) {
        const weight = weights[f] as number
        const slope = error + decay * weight
        const square = (squares[f] as number) + slope * slope
        squares[f] = square
        weights[f] = weight - (step * slope) / Math.sqrt(square)
      }
    }
    if (round >= rounds / 2)
      for (let f = 0; f < features; f++)
        averaged[f] = (averaged[f] as number) + (2 * (weights[f] as number)) / rounds
  }
  return { weights: averaged, bias }
}
