import { Hono } from 'hono'
import { textOf } from '../forms/fields.ts'
import { ErrorSummary, Field } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import type { Sessions } from '../safety/sessions.ts'
import { cleanName, rememberWho } from '../safety/who.ts'

function LogInPage({ name, error }: { name: string; error?: string }) {
  return (
    <Layout title="Log ind" who={null}>
      <h1>Log ind</h1>
      {error && <ErrorSummary errors={[{ field: 'adgangsord', message: error }]} />}
      <form method="post" action="/log-ind">
        <Field
          id="navn"
          label="Dit navn"
          hint="Det står i historikken ved alt, hvad du bekræfter, retter eller afviser."
        >
          <input
            class="form-input input-width-l"
            id="navn"
            name="navn"
            autocomplete="name"
            value={name}
            required
            maxlength={80}
            aria-describedby="navn-hjaelp"
          />
        </Field>
        <Field id="adgangsord" label="Adgangsord" error={error}>
          <input
            class="form-input input-width-l"
            id="adgangsord"
            name="adgangsord"
            type="password"
            autocomplete="current-password"
            required
          />
        </Field>
        <button class="button button-primary" type="submit">
          Log ind
        </button>
      </form>
    </Layout>
  )
}

/** The page that asks for the word that opens the application. */
export function logInPage(sessions: Sessions): Hono {
  return new Hono()
    .get('/', (c) => c.html(<LogInPage name="" />))
    .post('/', async (c) => {
      const form = await c.req.formData()
      const name = cleanName(textOf(form, 'navn'))
      const right = sessions.check(textOf(form, 'adgangsord'), Date.now())
      if (right === null)
        return c.html(<LogInPage name={name} error="For mange forsøg. Vent et minut, og prøv igen" />, 429)
      if (!right) return c.html(<LogInPage name={name} error="Adgangsordet er ikke rigtigt" />, 401)
      if (name !== '') rememberWho(c, name)
      sessions.open(c, Date.now())
      return c.redirect('/', 303)
    })
}
