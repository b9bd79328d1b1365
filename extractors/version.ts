/** The version of the rules: raised when a change of them should replace what was found in recorded letters. */
export const extractorVersion = 10
