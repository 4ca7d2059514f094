// Two readers of the same kind: chrono's Chinese parser (dates only) and Microsoft's recognizers (numbers, shares, ages,
// money, measures, temperatures and dates, one after the other, which together are all types of ours).
import { createRequire } from 'node:module'

// chrono declares its exports in a way that an import of the package by name does not reach the locales' types.
const load = createRequire(import.meta.url)
type Found = { length: number }
const { zh } = load('chrono-node') as { zh: { hans: { parse: (text: string, reference: Date) => Found } } }
const suite = load('@microsoft/recognizers-text-suite') as Record<
  string,
  (text: string, culture: string, options?: undefined, reference?: Date) => Found
>

const amounts = ['Number', 'Ordinal', 'Percentage', 'Age', 'Currency', 'Dimension', 'Temperature']

export function chrono(text: string, reference: Date): number {
  return zh.hans.parse(text, reference).length
}

export function recognizers(text: string, reference: Date): number {
  let found = suite.recognizeDateTime!(text, 'zh-cn', undefined, reference).length
  for (const name of amounts) found += suite[`recognize${name}`]!(text, 'zh-cn').length
  return found
}
