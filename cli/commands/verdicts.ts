import type { Command } from 'commander'
export function verdictsCommand(_program: Command): void {}
