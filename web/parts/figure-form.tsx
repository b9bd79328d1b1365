import { indicators } from '../../data/indicators.ts'
import { textOf } from '../forms/fields.ts'
import { Field, Select } from './form.tsx'

/** What a form says of the table in a file: of which indicator, column, period and sheet it is. */
export function tableAsked(form: FormData) {
  const said = (name: string) => textOf(form, name).slice(0, 200) || undefined
  const [indicator, label, period, sheet] = [said('indikator'), said('kolonne'), said('periode'), said('ark')]
  const columns = label !== undefined && indicator !== undefined ? [{ label, indicator }] : []
  return { indicator, columns, period, sheet }
}

/** The form in which a file of figures is handed in. `typed`: what stood in it when it was refused. */
export function FigureForm({ typed, isRefused }: { typed: FormData; isRefused: boolean }) {
  const input = (
    id: string,
    label: string,
    { type = 'text', hint }: { type?: string; hint?: string } = {},
  ) => (
    <Field id={id} label={label} {...(hint ? { hint } : {})}>
      <input
        class="form-input"
        type={type}
        id={id}
        name={id}
        maxlength={200}
        value={textOf(typed, id)}
        aria-describedby={hint ? `${id}-hjaelp` : undefined}
      />
    </Field>
  )
  return (
    <form method="post" action="/data/laes" enctype="multipart/form-data" class="upload">
      <Field
        id="fil"
        label="Fil med tal"
        hint="CSV, Excel (.xlsx) eller JSON fra jobindsats.dk. Du ser, hvad der er forstået, før det gemmes."
        error={isRefused ? 'Filen blev ikke taget ind' : undefined}
      >
        <input class="drop" type="file" id="fil" name="fil" required aria-describedby="fil-hjaelp" />
      </Field>
      <div class="pair">
        {input('hentet', 'Hentet den (hvis filen ikke selv siger det)', { type: 'date' })}
        {input('kilde', 'Kilde (hvis ikke filens navn)')}
      </div>
      <details open={isRefused}>
        <summary>Flere oplysninger</summary>
        <p>Når filen ikke selv siger, hvad der står i den.</p>
        <div class="pair">
          <Field id="indikator" label="Indikator">
            <Select
              id="indikator"
              name="indikator"
              value={textOf(typed, 'indikator')}
              options={[['', 'Som filen siger'], ...indicators().map(({ id, name }) => [id, name] as const)]}
            />
          </Field>
          {input('kolonne', 'Kolonnen med indikatoren', { hint: 'Dens overskrift i filen.' })}
        </div>
        <div class="pair">
          {input('periode', 'Periode', { hint: '2018M12, 2018Q04 eller 2018Y01.' })}
          {input('ark', 'Ark i regnearket')}
        </div>
      </details>
      <button class="button button-primary" type="submit">
        Se, hvad der er forstået
      </button>
    </form>
  )
}
