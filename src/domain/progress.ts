// How far a long import has come: what is being done, and how much of that is done. Told while it goes on, never stored.

import { z } from 'zod'

/** received: the bytes come in; opening: the file becomes text; reading: the text is read; keeping: it is saved. */
export const ImportStage = z.enum(['received', 'opening', 'reading', 'keeping'])
export type ImportStage = z.infer<typeof ImportStage>

/** `fraction` is 0 to 1 of this stage. */
export const ImportProgress = z.object({ stage: ImportStage, fraction: z.number().min(0).max(1) })
export type ImportProgress = z.infer<typeof ImportProgress>
