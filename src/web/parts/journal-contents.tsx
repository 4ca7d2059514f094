// What one line of the journal holds, field by field in words: ids become names, empty fields are left out.

import { type Lookup, useDirectory } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'

/** `names`: what the register of an entry calls its fields, by key. */
export function JournalContents({
  contents,
  names,
}: {
  contents: Record<string, unknown>
  names: Record<string, string>
}) {
  const words = useWords()
  const directory = useDirectory()
  const lines = flattened(contents)
  return (
    <dl className="journal-contents">
      {lines.map(({ path, value }) => (
        <div key={path.join('.')}>
          <dt>{path.map((name) => names[name] ?? fieldWord(name, words)).join(' ')}</dt>
          <dd>{typeof value === 'string' ? inWords(value, directory, words) : String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Line = { path: string[]; value: unknown }

function flattened(value: unknown, path: string[] = []): Line[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
  if (typeof value !== 'object') return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => flattened(inner, [...path, key]))
}

/** Places in a list are counted from 1; names that have no word are shown as they are stored. */
function fieldWord(name: string, { shell, nouns }: AllWords): string {
  if (/^\d+$/.test(name)) return String(Number(name) + 1)
  return shell.journal.fields[name] ?? (nouns.fields as Record<string, string>)[name] ?? name
}

function inWords(value: string, directory: Lookup | undefined, { nouns }: AllWords): string {
  const named = directory?.unit(value) ?? directory?.post(value) ?? directory?.person(value)
  return (
    named?.name ??
    (nouns.events as Record<string, string>)[value] ??
    (nouns.roles as Record<string, string>)[value] ??
    value
  )
}
