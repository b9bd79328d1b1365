#!/usr/bin/env node
import { runCommand } from './run-command.ts'

// A reader that has enough (| head) closes the pipe: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await runCommand(process.argv.slice(2))
