// The thread in which a file that is not plain text is read. A document library is loaded only when its kind comes.

import { parentPort, workerData } from 'node:worker_threads'
import type { PaperKind } from '#papers/kind.ts'
import type { Told } from '#papers/thread.ts'
import { type NotTextReason, Unreadable } from '#papers/unreadable.ts'
import type { Written } from '#papers/writing.ts'

/** What the thread is started with. `text` is the decoded source of a web page, empty for the other kinds. */
export type Errand = { kind: Exclude<PaperKind, 'text'>; bytes: Uint8Array; text: string }
export type Outcome = { written: Written } | { reason: NotTextReason }

/** Only PDF files are long enough to tell of their way. */
const tell = (fraction: number) => parentPort?.postMessage({ fraction } satisfies Told)

const readers: Record<Errand['kind'], (errand: Errand) => Promise<Written>> = {
  docx: async ({ bytes }) => (await import('#papers/docx.ts')).readDocx(bytes),
  xlsx: async ({ bytes }) => (await import('#papers/workbook.ts')).readWorkbook(bytes),
  html: async ({ text }) => (await import('#papers/web-page.ts')).readWebPage(text),
  pdf: async ({ bytes }) => (await import('#papers/pdf.ts')).readPdf(bytes, tell),
}

/** Whatever a library throws at a file that it cannot read, the file is damaged. */
async function outcomeOf(errand: Errand): Promise<Outcome> {
  try {
    return { written: await readers[errand.kind](errand) }
  } catch (error) {
    return { reason: error instanceof Unreadable ? error.reason : 'damaged' }
  }
}

parentPort?.postMessage(await outcomeOf(workerData as Errand))
