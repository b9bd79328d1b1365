import type { Child } from 'hono/jsx'
import type { FieldError } from '../forms/fields.ts'

/** A field with its label and, when something is wrong with it, what. The input's id is `id`. */
export function Field(props: {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  children?: Child
}) {
  const { id, label, hint, error, children } = props
  return (
    <div class={error ? 'form-group form-error' : 'form-group'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="form-hint" id={`${id}-hjaelp`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="form-error-message" id={`${id}-fejl`}>
          <span class="sr-only">Fejl: </span>
          {error}
        </span>
      )}
      {children}
    </div>
  )
}

/** What is wrong in a form, each with a link to its field. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="alert alert-error" role="alert" tabindex={-1}>
      <div>
        <h2 class="alert-heading">Der er noget, der skal rettes</h2>
        <ul class="alert-text">
          {errors.map(({ field, message }) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** A list to choose one value from. `options`: value and words. */
export function Select(props: {
  id: string
  name: string
  value: string
  options: (readonly [string, string])[]
  label?: string
}) {
  const { id, name, value, options, label } = props
  return (
    <select class="form-select" id={id} name={name} aria-label={label}>
      {options.map(([one, words]) => (
        <option value={one} selected={one === value}>
          {words}
        </option>
      ))}
    </select>
  )
}
