// How fast a text of 50 MB is read on one core, beside the raw scan of its bytes and two peers in the same run; and that
// a character costs no more in a longer text, on one line, or among nothing but digits, 万 or brackets.

import { findMentions } from '#reading/find.ts'
import { readStatements } from '#reading/read.ts'
import { chrono, recognizers } from './reading-peers.ts'
import { heaps, officeText } from './reading-text.ts'
import { type Row, row } from './rows.ts'

const day = '2026-03-05'
const moment = `${day}T09:00:00`
const readers = {
  mentions: (text: string) => findMentions(text, { reference: moment }).length,
  statements: (text: string) => readStatements(text, { date: day }).length,
}

export async function reading(): Promise<Row[]> {
  const text = officeText(50)
  const slice = officeText(1)
  const mentions = rate(text, readers.mentions)
  const statements = rate(text, readers.statements, 1)
  // The short text last: the engine's code is compiled by then, as it is for the long one.
  const short = { mentions: rate(slice, readers.mentions, 5), statements: rate(slice, readers.statements, 5) }
  const bytes = Buffer.from(text)
  const scan = rate(text, () => scanned(bytes))
  const size = `${(bytes.length / 1e6).toFixed(0)} MB, ${(text.length / 1e6).toFixed(1)} million characters`
  return [
    row(`mentions, all types, ${size}`, 'M chars/s', mentions, scan, 'the raw scan of the same bytes'),
    row('statements, the same text', 'M chars/s', statements, scan, 'the raw scan of the same bytes'),
    ...peers(mentions),
    ...growth('mentions', short.mentions, mentions),
    ...growth('statements', short.statements, statements),
  ]
}

// On smaller slices of the same text, which the rows name: the recognizers would need hours for the whole.
function peers(mentions: number): Row[] {
  const reference = new Date(moment)
  const some = officeText(1)
  const little = officeText(0.01)
  const dates = rate(some, (text) => chrono(text, reference))
  const all = rate(little, (text) => recognizers(text, reference))
  return [
    row('mentions, 50 MB', 'M chars/s', mentions, dates, 'chrono zh hans, 1 MB (dates only)'),
    row('mentions, 50 MB', 'M chars/s', mentions, all, 'recognizers-text-suite, 0.01 MB'),
  ]
}

/** Nanoseconds a character, ours in the larger or odder text, beside it in 1 MB of the office's text. */
function growth(name: keyof typeof readers, small: number, large: number): Row[] {
  const beside = 'the office text, 1 MB'
  const line = (what: string, rateThere: number) =>
    row(`${name}, ${what}`, 'ns/char', 1e3 / rateThere, 1e3 / small, beside)
  return [
    line('5 MB', rate(officeText(5), readers[name])),
    line('50 MB', large),
    ...Object.entries(heaps).map(([what, heap]) => line(`${what}, 10 MB`, rate(heap(), readers[name], 2))),
  ]
}

// Processor time of all threads of this process, the collector's too: on one core, and what else runs does not count.
/** Million characters a second of processor time, the best of some rounds. */
function rate(text: string, read: (text: string) => number, rounds = 3): number {
  let best = 0
  for (let round = 0; round < rounds; round++) {
    const began = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(began)
    best = Math.max(best, text.length / (user + system))
  }
  return best
}

function scanned(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum += bytes[at]!
  return sum
}
