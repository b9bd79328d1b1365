import { latin } from './latin.ts'

/** How a line or word begins and ends, asked of nearly every line. */
export const beginsUpper = latin(/^\p{Lu}/u)
export const beginsLower = latin(/^\p{Ll}/u)
/** A word, or the rest of one, is broken off with a hyphen. */
export const endsBroken = latin(/\p{L}-$/u)
export const threeLetters = latin(/\p{L}{3}/u)
export const firstLetters = latin(/^\p{L}+/u)
export const hasLower = latin(/\p{Ll}/u)
