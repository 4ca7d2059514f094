// The dictionaries and rule sets that are shipped in presets/rules, checked by their shapes as they are read.

import { readdir, readFile } from 'node:fs/promises'
import { Dictionary } from '#rules/dictionary.ts'
import { RuleSet } from '#rules/rule-set.ts'

export type RulePresets = { dictionaries: Dictionary[]; ruleSets: RuleSet[] }

const folder = new URL('../../presets/rules/', import.meta.url)

export async function readRulePresets(): Promise<RulePresets> {
  const files = (await readdir(folder)).toSorted()
  const read = (ending: string) =>
    Promise.all(
      files
        .filter((file) => file.endsWith(ending))
        .map(async (file) => JSON.parse(await readFile(new URL(file, folder), 'utf8'))),
    )
  const [dictionaries, ruleSets] = await Promise.all([read('.dictionary.json'), read('.rules.json')])
  return {
    dictionaries: dictionaries.map((each) => Dictionary.parse(each)),
    ruleSets: ruleSets.map((each) => RuleSet.parse(each)),
  }
}
