// Under which headings the page of an entry shows its fields: those that the definition says, else by what fields are about.

import type { Field, FieldType } from '#domain/register.ts'
import type { AllWords } from '#web/language.ts'
import { keysOf } from '#web/parts/keys-of.ts'

type About = keyof AllWords['record']['groups']

const aboutOf: Record<FieldType, About> = {
  text: 'basic',
  'long-text': 'basic',
  'yes-no': 'basic',
  choice: 'basic',
  choices: 'basic',
  'credit-code': 'basic',
  industry: 'basic',
  number: 'amounts',
  money: 'amounts',
  percent: 'amounts',
  computed: 'amounts',
  rollup: 'amounts',
  date: 'dates',
  month: 'dates',
  unit: 'duty',
  post: 'duty',
  person: 'duty',
  entry: 'around',
  commitment: 'around',
  place: 'around',
  files: 'around',
}

export type FieldGroup = { name: string; fields: Field[] }

/** In the order of the definition, or of the words; groups without a field are left out. */
export function groupsOf(fields: readonly Field[], { record: { groups } }: AllWords): FieldGroup[] {
  if (fields.some(({ group }) => group !== '')) {
    const named = Map.groupBy(fields, ({ group }) => group)
    return [...named].map(([name, own]) => ({ name: name || groups.basic, fields: own }))
  }
  const about = Map.groupBy(fields, ({ type }) => aboutOf[type])
  return keysOf(groups).flatMap((key) => (about.has(key) ? [{ name: groups[key], fields: about.get(key)! }] : []))
}
