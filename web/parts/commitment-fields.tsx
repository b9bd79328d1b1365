import { commitmentKinds, commitmentStatuses } from '../../schemas/commitment.ts'
import { danish } from '../../schemas/glossary.ts'
import { timeRelations } from '../../schemas/time.ts'
import type { CommitmentForm } from '../forms/commitment-form.ts'
import type { FieldError } from '../forms/fields.ts'
import { Field, Select } from './form.tsx'
import { capital, danishRecurrence, kindWord, statusWord } from './words.ts'

const recurrences = ['P1D', 'P1W', 'P2W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y']

/** The fields of a commitment that a person can set. `of` makes their ids unlike those of other forms on the page. */
export function CommitmentFields({
  form,
  of,
  errors,
}: {
  form: CommitmentForm
  of: string
  errors: FieldError[]
}) {
  const id = (name: string) => `${of}-${name}`
  const errorOf = (name: string) => errors.find(({ field }) => field === id(name))?.message
  const every = [...new Set([...recurrences, ...(form.every === '' ? [] : [form.every])])]
  return (
    <>
      <div class="pair">
        <Field id={id('art')} label="Slags">
          <Select
            id={id('art')}
            name="art"
            value={form.kind}
            options={commitmentKinds.map((kind) => [kind, capital(kindWord(kind))] as const)}
          />
        </Field>
        <Field id={id('status')} label="Status i brevet">
          <Select
            id={id('status')}
            name="status"
            value={form.status}
            options={commitmentStatuses.map((status) => [status, capital(statusWord(status))] as const)}
          />
        </Field>
      </div>
      {form.times.map((time, index) => (
        <fieldset class="time-fields">
          <legend>
            {time.quote ? `Tid: »${time.quote}«` : 'Ny tid (lad være tom, hvis der ikke er nogen)'}
          </legend>
          <Field id={id(`tid-${index}`)} label="Hvordan">
            <Select
              id={id(`tid-${index}`)}
              name={`tid-${index}`}
              value={time.relation}
              options={[
                ['', 'Ingen'],
                ...timeRelations.map((one) => [one, capital(danish('relation of a time', one))] as const),
              ]}
            />
          </Field>
          <Field id={id(`fra-${index}`)} label="Første dag" error={errorOf(`fra-${index}`)}>
            <input
              class="form-input"
              type="date"
              id={id(`fra-${index}`)}
              name={`fra-${index}`}
              value={time.start}
            />
          </Field>
          <Field id={id(`til-${index}`)} label="Sidste dag" error={errorOf(`til-${index}`)}>
            <input
              class="form-input"
              type="date"
              id={id(`til-${index}`)}
              name={`til-${index}`}
              value={time.end}
            />
          </Field>
        </fieldset>
      ))}
      <div class="pair">
        <Field id={id('gentages')} label="Gentages">
          <Select
            id={id('gentages')}
            name="gentages"
            value={form.every}
            options={[
              ['', 'Nej, eller ikke sagt'],
              ...every.map((one) => [one, capital(danishRecurrence(one))] as const),
            ]}
          />
        </Field>
        <Field id={id('ansvarlig')} label="Ansvarlig">
          <input
            class="form-input"
            id={id('ansvarlig')}
            name="ansvarlig"
            value={form.responsible}
            maxlength={200}
          />
        </Field>
      </div>
    </>
  )
}
