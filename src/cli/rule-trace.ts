// A decision drawn as a tree: ✓ holds, ✗ does not, ? is not known; what was found, what was asked, what is lacking.

import type { Language } from '#contract/sentences.ts'
import type { Trace, Verdict } from '#rules/trace.ts'

const marks: Record<Verdict, string> = { yes: '✓', no: '✗', unknown: '?' }
const groups: Record<Language, Partial<Record<Trace['kind'], string>>> = {
  zh: { and: '全部满足', or: '任一满足', not: '不成立', if: '如果…则…否则…' },
  en: { and: 'all of', or: 'any of', not: 'not', if: 'if … then … else' },
}

/** One line for each condition, indented by its depth. */
export function drawn(source: string, trace: Trace, language: Language, depth = 1): string[] {
  const text = source.slice(trace.start, trace.end).replace(/\s+/g, ' ')
  const line = `${'  '.repeat(depth)}${marks[trace.verdict]} ${groups[language][trace.kind] ?? text}${detail(trace, language)}`
  return [line, ...trace.parts.flatMap((part) => drawn(source, part, language, depth + 1))]
}

function detail({ parts, value, threshold, gap, unit, missing, facts }: Trace, language: Language): string {
  if (parts.length > 0) return ''
  const zh = language === 'zh'
  const found = [
    value !== null &&
      threshold !== null &&
      `${zh ? '实为' : 'found'} ${value}${unit ?? ''}，${zh ? '应为' : 'asked'} ${threshold}`,
    gap !== null && `${zh ? '差' : 'lacks'} ${gap}${unit ?? ''}`,
    missing.length > 0 && `${zh ? '缺' : 'missing'} ${missing.join('、')}`,
    ...facts
      .filter(({ source }) => source)
      .map(({ name, value: fact, source }) => `${name}=${fact ?? '?'}（${source}）`),
  ].filter(Boolean)
  return found.length > 0 ? `　[${found.join('；')}]` : ''
}
