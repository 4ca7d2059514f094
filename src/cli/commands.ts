// All commands, and what is the same for each: finding it, its options, its help, its exit code.
// 0 done; 1 refused or hindered, with the sentence on the standard error stream; 2 called wrongly.

import { parseArgs } from 'node:util'
import { Refused } from '#base/refusal.ts'
import { type Asked, type Command, Hindered, WrongUse } from '#cli/command.ts'
import type { Terminal } from '#cli/terminal.ts'
import { words } from '#cli/words.ts'
import { sentence } from '#contract/sentences.ts'

/** Loaded when called: reading a file needs neither a database nor a server. */
const commands: Record<string, () => Promise<Command>> = {
  read: async () => (await import('#cli/read.ts')).read,
  mentions: async () => (await import('#cli/mentions.ts')).mentions,
  serve: async () => (await import('#cli/serve.ts')).serve,
  import: async () => (await import('#cli/import.ts')).importFiles,
  export: async () => (await import('#cli/export.ts')).exportFile,
  rule: async () => (await import('#cli/rule.ts')).rule,
  do: async () => (await import('#cli/do.ts')).doEntry,
  entries: async () => (await import('#cli/entries.ts')).entries,
}

const everywhere = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const

export async function command(args: string[], terminal: Terminal): Promise<number> {
  const speaker = { ...terminal, language: languageWanted(args) ?? terminal.language }
  const { err, language } = speaker
  try {
    return await called(args, speaker)
  } catch (error) {
    if (error instanceof Refused) err(sentence(error.refusal, language))
    else if (error instanceof WrongUse || error instanceof Hindered) err(error.message)
    else err(words[language].broken(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    return error instanceof WrongUse ? 2 : 1
  }
}

async function called([name, ...rest]: string[], terminal: Terminal): Promise<number> {
  const say = words[terminal.language]
  if (name === undefined || name.startsWith('-')) return overview([name ?? '', ...rest], terminal)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new WrongUse(`${say.unknownCommand(name)} ${say.seeHelp('')}`)
  const found = await load()
  const { values, positionals } = asked(found, rest, terminal, name)
  if (values.help) {
    help(found, terminal)
    return 0
  }
  const { least, most } = found.positionals
  if (positionals.length < least) throw new WrongUse(say.tooFew(`luoshi ${found.usage}`))
  if (positionals.length > most) throw new WrongUse(say.tooMany(positionals[most] as string))
  return found.run({ values, positionals }, terminal)
}

function asked({ options }: Command, args: string[], { language }: Terminal, name: string): Asked {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...options, ...everywhere }, allowPositionals: true })
    return { values: values as Asked['values'], positionals }
  } catch (error) {
    throw new WrongUse(
      `${whatIsWrong(error as Error & { code?: string }, language)} ${words[language].seeHelp(`${name} `)}`,
    )
  }
}

function whatIsWrong({ code, message }: Error & { code?: string }, language: Terminal['language']): string {
  const say = words[language]
  const option = message.match(/-{1,2}[^\s'=<]+/)?.[0] ?? '?'
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return say.unknownOption(option)
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return say.valueMissing(message.match(/--[\w-]+/)?.[0] ?? option)
  throw new Error(message)
}

async function overview(args: string[], terminal: Terminal): Promise<number> {
  const say = words[terminal.language]
  const wrong = args.filter(
    (arg) => arg.startsWith('-') && !['--help', '-h', '--lang'].includes(arg.split('=')[0] ?? ''),
  )
  if (wrong[0]) throw new WrongUse(`${say.unknownOption(wrong[0])} ${say.seeHelp('')}`)
  terminal.out(`${say.usage}: luoshi ${say.commands.toUpperCase()} …\n\n${say.commands}:`)
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  for (const { usage, summary } of all) terminal.out(`  luoshi ${usage}\n      ${summary[terminal.language]}`)
  terminal.out(`\n${say.options}:\n  ${say.languageOption}\n  --help`)
  return 0
}

function help({ usage, summary, help: lines }: Command, { out, language }: Terminal): void {
  const say = words[language]
  out(`${say.usage}: luoshi ${usage}\n\n${summary[language]}\n\n${say.options}:`)
  for (const line of lines) out(`  ${line[language]}`)
  out(`  ${say.languageOption}`)
}

function languageWanted(args: readonly string[]): Terminal['language'] | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return value === 'en' || value === 'zh' ? value : undefined
}
