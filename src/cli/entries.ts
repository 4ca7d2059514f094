// luoshi entries: everything the system can do, as the contract says it.

import type { Command } from '#cli/command.ts'
import { table } from '#cli/table.ts'
import { contract } from '#contract/contract.ts'
import type { Entry } from '#contract/entry.ts'
import type { Language } from '#contract/sentences.ts'
import { roleWord } from '#contract/words.ts'

const heads: Record<Language, string[]> = {
  zh: ['名称', '输入', '谁可办理', '说明'],
  en: ['name', 'input', 'who may', 'what it does'],
}

export const entries: Command = {
  usage: 'entries [--json]',
  summary: { zh: '列出全部可办理的事项', en: 'List everything that can be done' },
  help: [{ zh: '--json           输出 JSON', en: '--json           print JSON' }],
  options: { json: { type: 'boolean' } },
  positionals: { least: 0, most: 0 },
  async run({ values }, { out, language }) {
    const all = Object.entries(contract) as [string, Entry][]
    if (values.json) {
      const told = all.map(([name, { is, summary, path, carries, may, refusals, input }]) => {
        return { name, is, summary, path, carries, may, refusals, input: fieldsOf(input) }
      })
      out(JSON.stringify(told, null, 2))
    } else {
      const rows = all.map(([name, { input, may, summary }]) => [
        name,
        fieldsOf(input).join(' '),
        who(may, language),
        summary,
      ])
      for (const line of table(heads[language], rows)) out(line)
    }
    return 0
  },
}

/** Names of the fields, with ? for what may be left out. */
function fieldsOf(input: Entry['input']): string[] {
  return Object.entries(input.shape).map(([name, field]) => (optional(field) ? `${name}?` : name))
}

function optional(field: unknown): boolean {
  return (field as Entry['output']).safeParse(undefined).success
}

function who(may: Entry['may'], language: Language): string {
  if (may === 'anyone') return language === 'zh' ? '任何登录人员' : 'anyone'
  return may.map((role) => roleWord(role, language)).join(language === 'zh' ? '、' : ', ')
}
