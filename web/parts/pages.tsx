type Props = { label: string; page: number; pages: number; address: (page: number) => string }

/** The number of a page as the address gives it: 1 when it is none. */
export function pageOf(typed: string | undefined): number {
  const number = Number(typed)
  return Number.isInteger(number) && number >= 1 && number < 1e6 ? number : 1
}

/** Links to the page before and after. */
export function Pages({ label, page, pages, address }: Props) {
  if (pages <= 1) return null
  return (
    <nav class="choices" aria-label={label}>
      {page > 1 && (
        <a href={address(page - 1)} rel="prev">
          Forrige
        </a>
      )}
      <span>
        Side {page} af {pages}
      </span>
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          Næste
        </a>
      )}
    </nav>
  )
}
