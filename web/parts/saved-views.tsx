import type { SavedView } from '../../store/saved-views.ts'

/** The saved views, and a form that saves what is shown as one more. */
export function SavedViews({ views, address }: { views: SavedView[]; address: string }) {
  return (
    <section class="views" aria-label="Gemte visninger">
      {views.length > 0 && (
        <ul>
          {views.map(({ slug, name }) => (
            <li>
              <a href={`/tilsagn/visning/${slug}`}>{name}</a>
              <form method="post" action={`/tilsagn/visning/${slug}/slet`}>
                <button class="function-link" type="submit" aria-label={`Slet visningen ${name}`}>
                  Slet
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Gem det viste som en visning</summary>
        <form class="inline-form" method="post" action="/tilsagn/visning">
          <input type="hidden" name="adresse" value={address} />
          <div class="form-group">
            <label class="form-label" for="visning">
              Visningens navn
            </label>
            <input class="form-input" id="visning" name="navn" required maxlength={80} />
          </div>
          <button class="button button-secondary" type="submit">
            Gem
          </button>
        </form>
      </details>
    </section>
  )
}
