import { z } from 'zod'
import { BadFigures, type FigureTable, type TableRow } from './table.ts'

const cellSchema = z.union([z.string(), z.number(), z.null()])
/** https://www.jobindsats.dk/information/om-api: the answers of version 2 and of version 3. */
const v2Schema = z
  .array(
    z.object({ Variables: z.array(z.object({ Label: z.string() })), Data: z.array(z.array(cellSchema)) }),
  )
  .min(1)
const columnSchema = z.union([
  z.string(),
  z.object({ label: z.string() }).transform(({ label }) => label),
  z.object({ name: z.string() }).transform(({ name }) => name),
])
const v3Schema = z.object({ columns: z.array(columnSchema).min(1), rows: z.array(z.array(cellSchema)) })
const errorSchema = z.object({ code: z.number(), cause: z.string() })

/** An answer of jobindsats.dk as a table with its labels in the first row. @throws BadFigures when it is none */
export function readJson(text: string): FigureTable {
  const json = parse(text)
  const v2 = v2Schema.safeParse(json)
  if (v2.success) {
    const [first, ...more] = v2.data
    if (!first || more.length > 0)
      throw new BadFigures('the answer holds several tables; save each as a file of its own')
    return {
      rows: table(
        first.Variables.map(({ Label }) => Label),
        first.Data,
      ),
      format: 'json-v2',
      notes: [],
    }
  }
  const v3 = v3Schema.safeParse(json)
  if (v3.success) return { rows: table(v3.data.columns, v3.data.rows), format: 'json-v3', notes: [] }
  const error = errorSchema.safeParse(json)
  if (error.success)
    throw new BadFigures(`an error answer of the service (${error.data.code}): ${error.data.cause}`)
  throw new BadFigures('no answer of jobindsats.dk: neither [{"Variables", "Data"}] nor {"columns", "rows"}')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadFigures(`broken JSON (${(error as Error).message})`)
  }
}

function table(labels: string[], data: (string | number | null)[][]): TableRow[] {
  const odd = data.findIndex((row) => row.length !== labels.length)
  if (odd !== -1)
    throw new BadFigures(`row ${odd + 1} has ${data[odd]?.length} values for ${labels.length} columns`)
  return [
    { cells: labels, place: 'the labels' },
    ...data.map((cells, i) => ({ cells, place: `row ${i + 1}` })),
  ]
}
