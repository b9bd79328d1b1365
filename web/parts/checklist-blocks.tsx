import { raw } from 'hono/html'
import { courseSvg } from '../../followup/chart/course-svg.ts'
import type { Block, Text } from '../../followup/checklist-pages/blocks.ts'
import { RecordLink } from './record-link.tsx'
import { ScrollTable } from './table.tsx'

type Props = {
  blocks: Block[]
  /** The texts that were ticked off. */
  ticked: string[]
}

/** The text of a list item as it is kept when it is ticked off. */
const plainText = (text: Text): string => text.map((run) => run.text).join('')

/** A page of a checklist. What can be ticked off is a field of the form around it, named `punkt`. */
export function ChecklistBlocks({ blocks, ticked }: Props) {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockView block={block} id={`blok-${at}`} ticked={ticked} />
      ))}
    </>
  )
}

function Words({ text }: { text: Text }) {
  return (
    <>
      {text.map((run) =>
        run.strong ? <strong>{run.text}</strong> : run.code ? <RecordLink text={run.text} /> : run.text,
      )}
    </>
  )
}

function BlockView({ block, id, ticked }: { block: Block; id: string; ticked: string[] }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      )
    case 'list':
      return (
        <ul class={block.tick ? 'ticks' : undefined}>
          {block.items.map((item, at) => (
            <li>
              {block.tick ? <Tick item={item} id={`${id}-${at}`} ticked={ticked} /> : <Words text={item} />}
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl class="facts">
          {block.rows.map(({ name, text }) => (
            <>
              <dt>{name}</dt>
              <dd>
                <Words text={text} />
              </dd>
            </>
          ))}
        </dl>
      )
    case 'table':
      return (
        <ScrollTable label={block.caption}>
          <thead>
            <tr>
              {block.head.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(([first = [], ...rest]) => (
              <tr>
                <th scope="row">
                  <Words text={first} />
                </th>
                {rest.map((cell) => (
                  <td>
                    <Words text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )
    case 'chart':
      // made of numbers and of words that are escaped there
      return (
        <figure class="chart">
          <section class="chart-scroll" tabindex={0} aria-label={`Kurve: ${block.course.indicator.name}`}>
            {raw(courseSvg(block.course, block.caption))}
          </section>
          <figcaption>{block.course.indicator.name}</figcaption>
        </figure>
      )
  }
}

function Tick({ item, id, ticked }: { item: Text; id: string; ticked: string[] }) {
  const words = plainText(item)
  return (
    <div class="choice">
      <input
        class="form-checkbox"
        type="checkbox"
        id={id}
        name="punkt"
        value={words}
        checked={ticked.includes(words)}
      />
      <label for={id}>
        <Words text={item} />
      </label>
    </div>
  )
}
