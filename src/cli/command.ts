// What a command is, and how it says that it was called wrongly or that something stands in its way.

import type { ParseArgsConfig } from 'node:util'
import type { Terminal } from '#cli/terminal.ts'
import type { Language } from '#contract/sentences.ts'

export type Pair = Record<Language, string>
export type Values = Record<string, string | boolean | undefined>
export type Asked = { values: Values; positionals: string[] }

export type Command = {
  /** After `luoshi`: `read FILE [--json]`. */
  usage: string
  summary: Pair
  /** One line per option or thing worth knowing. */
  help: readonly Pair[]
  options: NonNullable<ParseArgsConfig['options']>
  positionals: { least: number; most: number }
  /** Answers the exit code. */
  run(asked: Asked, terminal: Terminal): Promise<number>
}

/** Called wrongly: the sentence, exit code 2. */
export class WrongUse extends Error {}

/** Something outside stands in the way (a file, a port, a database): the sentence, exit code 1. */
export class Hindered extends Error {}

/** A text option as text; parseArgs gives booleans only for boolean options. */
export function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
