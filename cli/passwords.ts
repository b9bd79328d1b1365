import type { Command } from 'commander'

/** Adds the option of passwords of encrypted PDFs to a command. */
export function addPasswordOption(command: Command): Command {
  return command.option(
    '--password <password>',
    'for encrypted PDFs, once for each; also $OPFOLG_PDF_PASSWORD, which other users of the machine do not see',
    (one: string, before: string[]) => [...before, one],
    [],
  )
}

/** The passwords that were typed, and the one of the environment. */
export function allPasswords(typed: string[] = []): string[] {
  const { OPFOLG_PDF_PASSWORD: fromOutside } = process.env
  return fromOutside ? [...typed, fromOutside] : typed
}
