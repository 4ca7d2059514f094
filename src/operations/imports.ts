// The Excel round trip of registers: handlers of contract/imports.ts.

import type { Handlers } from '#operations/context.ts'
import { exportEntries } from '#operations/register-export.ts'

export const importHandlers = {
  exportEntries,
} satisfies Partial<Handlers>
