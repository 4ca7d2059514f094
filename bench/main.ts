// `npm run bench -- NAME [--json]`: each figure as a ratio against something run beside it in the same minute, because
// machines are noisy. Without a name it lists the names.

import { acts } from './acts.ts'
import { alike } from './alike.ts'
import { page } from './page.ts'
import { reading } from './reading.ts'
import { registerFiles } from './register-files.ts'
import { registers } from './registers.ts'
import { rollups } from './rollups.ts'
import { print, type Row } from './rows.ts'
import { rules } from './rules.ts'
import { start } from './start.ts'
import { table } from './table.ts'

const benches: Record<string, () => Promise<Row[]>> = {
  acts,
  alike,
  table,
  start,
  page,
  reading,
  registers,
  registerFiles,
  rollups,
  rules,
}

const [name, ...flags] = process.argv.slice(2)
const bench = name === undefined ? undefined : benches[name]
if (!name || !bench) {
  console.log(`npm run bench -- NAME [--json], NAME one of: ${Object.keys(benches).join(' ')}`)
  process.exit(name ? 2 : 0)
}
print(name, await bench(), flags.includes('--json'))
process.exit(0)
