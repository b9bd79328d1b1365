import type { Child } from 'hono/jsx'

/** A letter that was drafted, from its text as a Word file is read: what is bold, lists and tables are shown as such. */
export function DraftText({ pages }: { pages: string[] }) {
  return (
    <div class="draft">
      {parts(pages.flatMap((page) => [...page.split('\n'), ''])).map((part) =>
        isTable(part) ? <Table rows={part.rows} /> : <Paragraph lines={part.lines} />,
      )}
    </div>
  )
}

type Part = { lines: string[] } | { rows: string[][] }
const isTable = (part: Part): part is { rows: string[][] } => 'rows' in part

/** The foot of a page, whose number only Word knows. */
const foot = /^Side\s*$/

/** Paragraphs, parted by empty lines and each item by itself, and tables, whose rows are lines with tabs. */
function parts(lines: string[]): Part[] {
  const found: Part[] = []
  let open: Part | null = null
  for (const line of lines) {
    const cells = line.split('\t')
    if (line.trim() === '' || foot.test(line)) open = null
    else if (cells.length > 1 && open && isTable(open)) open.rows.push(cells)
    else if (cells.length === 1 && open && !isTable(open) && !line.startsWith('- ')) open.lines.push(line)
    else {
      open = cells.length > 1 ? { rows: [cells] } : { lines: [line] }
      found.push(open)
    }
  }
  return found
}

function Paragraph({ lines }: { lines: string[] }) {
  const isItem = lines[0]?.startsWith('- ') ?? false
  return (
    <p class={isItem ? 'item' : undefined}>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {words(isItem && at === 0 ? `• ${line.slice(2)}` : line)}
        </>
      ))}
    </p>
  )
}

/** A line that is bold as a whole is shown so; other signs of it are left out. */
function words(line: string): Child {
  const bold = /^\*\*(.+)\*\*$/.exec(line)
  return bold ? <strong>{bold[1]}</strong> : line.replaceAll('**', '')
}

function Table({ rows: [head, ...rows] }: { rows: string[][] }) {
  return (
    <section class="scroll" aria-label="Tabel i brevet" tabindex={0}>
      <table class="table table--compact">
        <thead>
          <tr>
            {head?.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
