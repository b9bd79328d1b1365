import { expect, test } from 'vitest'
import { jsonText, plain } from '../../cli/output.ts'

const hostile = 'a\u001b[2J\u009b2J\u007f\u202eb\nc'

test('no control character or direction mark reaches the terminal', () => {
  expect(plain(hostile)).toBe('a[2J2Jb c')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  expect(jsonText({ hostile })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(JSON.parse(jsonText({ hostile }))).toEqual({ hostile })
})
