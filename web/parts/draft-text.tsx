/** A letter that was drafted, from its text as a Word file is read: what is bold, lists and tables are shown as such. */
export function DraftText({ pages }: { pages: string[] }) {
  return (
    <div class="draft">
      {parts(pages.flatMap((page) => page.split('\n'))).map((part) =>
        typeof part === 'string' ? <Line line={part} /> : <Table rows={part} />,
      )}
    </div>
  )
}

/** Lines with words in them; those with tabs, which are a table's rows, by tables. */
function parts(lines: string[]): (string | string[][])[] {
  const found: (string | string[][])[] = []
  let isTable = false
  for (const line of lines) {
    const last = found.at(-1)
    const cells = line.split('\t')
    if (cells.length === 1) {
      if (line.trim() !== '') found.push(line)
    } else if (isTable && Array.isArray(last)) last.push(cells)
    else found.push([cells])
    isTable = cells.length > 1
  }
  return found
}

function Line({ line }: { line: string }) {
  const bold = /^\*\*(.+)\*\*$/.exec(line)
  if (bold)
    return (
      <p>
        <strong>{bold[1]}</strong>
      </p>
    )
  const item = line.startsWith('- ')
  return <p class={item ? 'item' : undefined}>{(item ? `• ${line.slice(2)}` : line).replaceAll('**', '')}</p>
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
