// The command line. Everything it can do stands in commands.ts; this file only lends it the process.

import { command } from '#cli/commands.ts'
import { terminalOf } from '#cli/terminal.ts'

process.exitCode = await command(process.argv.slice(2), terminalOf(process))
