import { Hono } from 'hono'
import type { Asked } from '../context.ts'
import { textOf } from '../forms/fields.ts'
import { ErrorSummary, Field } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { cleanName, rememberWho } from '../safety/who.ts'

/** A path of ours to go on to; the front page for anything else. */
export function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/'
}

function NamePage({ who, back, error }: { who: string | null; back: string; error?: string }) {
  return (
    <Layout title="Dit navn" who={who} here={back}>
      <h1>Dit navn</h1>
      <p>Navnet står i historikken ved alt, hvad du bekræfter, retter eller afviser.</p>
      {error && <ErrorSummary errors={[{ field: 'navn', message: error }]} />}
      <form method="post" action="/navn">
        <input type="hidden" name="tilbage" value={back} />
        <Field id="navn" label="Navn" error={error}>
          <input
            class="form-input input-width-l"
            id="navn"
            name="navn"
            autocomplete="name"
            value={who ?? ''}
            aria-describedby={error ? 'navn-fejl' : undefined}
            required
            maxlength={80}
          />
        </Field>
        <button class="button button-primary" type="submit">
          Gem navnet
        </button>
      </form>
    </Layout>
  )
}

export const namePage = new Hono<Asked>()
  .get('/', (c) => c.html(<NamePage who={c.var.who} back={ownPath(c.req.query('tilbage'))} />))
  .post('/', async (c) => {
    const form = await c.req.formData()
    const back = ownPath(textOf(form, 'tilbage'))
    const name = cleanName(textOf(form, 'navn'))
    if (name === '') return c.html(<NamePage who={c.var.who} back={back} error="Skriv dit navn" />, 422)
    rememberWho(c, name)
    return c.redirect(back, 303)
  })
