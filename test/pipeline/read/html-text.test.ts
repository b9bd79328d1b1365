import { expect, it } from 'vitest'
import { htmlText } from '../../../pipeline/read/html-text.ts'

it.each<[string, string, string]>([
  [
    'paragraphs',
    '<p>Kære minister</p><p>Vi vil&nbsp;handle &amp; følge&#248;p.</p>',
    'Kære minister\n\nVi vil handle & følgeøp.',
  ],
  [
    'lines of their own',
    '<div>Torvet 1</div><div>4600 Køge<br>Danmark</div>',
    'Torvet 1\n4600 Køge\nDanmark',
  ],
  ['an empty line', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
  ['white space', '<p>\n  Vi\n  <b>vil</b> <i>nu</i>\n</p>', 'Vi vil nu'],
  [
    'what is not shown',
    '<head><title>x</title><style>p{}</style></head><script>a<b</script><p>a</p><!-- c -->',
    'a',
  ],
  ['pictures', '<p>a<img src="http://127.0.0.1:9/x.png" alt="logo"></p>', 'a'],
  [
    'a list',
    '<p>Vi vil:</p><ul><li>et<ul><li>under</li></ul></li><li><p>to</p></li></ul>',
    'Vi vil:\n\n- et\n  - under\n- to',
  ],
  ['a numbered list', '<ol><li>et</li><li>to</li></ol>', '1. et\n2. to'],
  [
    'a table',
    '<table><tr><th>Mål</th><th>Frist</th></tr><tr><td><p>et</p><p>to</p></td><td>1. maj</td></tr></table>',
    'Mål\tFrist\net to\t1. maj',
  ],
  [
    'what is quoted',
    '<div>Den 3. maj skrev X:</div><blockquote><p>Kære Anne</p><blockquote>ældre</blockquote></blockquote>',
    'Den 3. maj skrev X:\n\n> Kære Anne\n>\n> > ældre',
  ],
  ['text as it is', '<pre>a\n  b</pre>', 'a\n  b'],
  ['tags that are never closed', '<p>a<p>b<table><tr><td>c', 'a\n\nb\n\nc'],
  ['tags that were never opened', '</td></tr></ul></blockquote></pre>a</style>b', 'ab'],
])('%s', (_, html, text) => {
  expect(htmlText(html)).toBe(text)
})

it('tags a hundred thousand deep are refused', () => {
  const html = '<div><blockquote><ul><table><tr><td>'.repeat(1e5)
  expect(() => htmlText(html)).toThrow(/levels deep/)
})

it('a line in a million pieces is no harm', () => {
  expect(htmlText('&amp;'.repeat(1e6))).toHaveLength(1e6)
})

it('long and wide is no harm', () => {
  const html = '<p>a<ul><li>b<p>c</ul><table><tr><td>d<td>e</table>'.repeat(1e4)
  expect(htmlText(html)).toContain('d\te')
})
