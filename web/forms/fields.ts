/** The text of a field of a form; empty when the form has none of that name, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Something wrong with a field of a form, in Danish. */
export type FieldError = { field: string; message: string }
