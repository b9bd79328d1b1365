import type { Command } from 'commander'
export function verdictCommand(_program: Command): void {}
