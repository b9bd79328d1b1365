import type { Box } from '../../schemas/page.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import type { Store } from '../../store/query.ts'
import { readPlaces } from '../../store/read-places.ts'
import type { TextMark } from './letter-text.tsx'

/** A page of a letter with the places of what was found on it. */
export type PageWithMarks = { number: number; marks: (TextMark & { boxes: Box[]; name: string })[] }

/** The pages of a letter with marks over what was found; none where its file has no places (text, Markdown, Word). */
export function pagesWith(store: Store, letter: StoredLetter, marks: TextMark[]): PageWithMarks[] {
  const placesOf = readPlaces(store, letter.id)
  const placed = marks.flatMap((mark) =>
    placesOf(mark.span).map(({ page, boxes }) => ({ ...mark, page, boxes })),
  )
  if (placed.length === 0) return []
  return (letter.sources[0]?.pages ?? []).map((number) => ({
    number,
    marks: placed
      .filter(({ page }) => page === number)
      .map((mark) => ({ ...mark, name: nameOf(letter, mark) })),
  }))
}

function nameOf({ commitments }: StoredLetter, { of, look }: TextMark): string {
  const number = commitments.findIndex(({ id }) => id === of) + 1
  if (look === 'fact') return 'Felt i brevets hoved eller fod'
  return look === 'time' ? `Tid i tilsagn ${number}` : `Tilsagn ${number}`
}

/** The pages as they look, with marks over the words that something was found in. */
export function LetterPages({ letter, pages }: { letter: string; pages: PageWithMarks[] }) {
  const first = new Set<string>()
  return (
    <>
      {pages.map(({ number, marks }) => (
        <div class="letter-page">
          <img
            src={`/breve/${letter}/side/${number}.png`}
            alt={`Side ${number} af brevets fil. Vælg Tekst for at læse den.`}
            loading="lazy"
            width="1240"
            height="1754"
          />
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title would hide the names of the links in it */}
          <svg viewBox="0 0 1 1" preserveAspectRatio="none">
            {marks.map(({ of, look, state, boxes, name }) => {
              const id = look === 'commitment' && !first.has(of) ? `m-${of}` : undefined
              first.add(of)
              return (
                <a
                  href={`#t-${of}`}
                  id={id}
                  class={[`m-${look}`, state && `review-${state}`].filter(Boolean).join(' ')}
                  data-of={of}
                  aria-label={name}
                >
                  {boxes.map(([left, top, right, bottom]) => (
                    <rect x={left} y={top} width={right - left} height={bottom - top} />
                  ))}
                </a>
              )
            })}
          </svg>
        </div>
      ))}
    </>
  )
}
