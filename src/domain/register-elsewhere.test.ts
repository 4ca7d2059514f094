// Roll-ups of other registers after a change: the change, and which of them go unknown by it.

import { expect, test } from 'vitest'
import { Definition, Register } from '#domain/register.ts'
import { strayedBy } from '#domain/register-elsewhere.ts'

const id = '01890000-0000-7000-8000-000000000001'
const name = { key: 'f1', name: '名称', type: 'text' }
const projects = Definition.parse({
  ...{ code: 'project', name: '项目台账', entryName: '项目', title: 'f1' },
  fields: [
    name,
    { key: 'f2', name: '企业', type: 'entry', of: 'firm' },
    { key: 'f3', name: '投资', type: 'money' },
    { key: 'f4', name: '开工', type: 'yes-no' },
  ],
})
const rollup = (key: string, called: string, more: object) => ({
  ...{ key, name: called, type: 'rollup', unit: '元', scale: 2 },
  rollup: { register: 'project', via: 'f2', take: 'sum', field: 'f3', ...more },
})
const firms = Register.parse({
  id,
  version: 1,
  definition: {
    ...{ code: 'firm', name: '企业台账', entryName: '企业', title: 'f1' },
    fields: [name, rollup('f2', '总投资', {}), rollup('f3', '开工投资', { where: '开工' })],
  },
})

test.each<[string, (d: Definition) => unknown, string[]]>([
  ['nothing', () => {}, []],
  ['a field that no condition speaks of is renamed', (d) => Object.assign(d.fields[2]!, { name: '总额' }), []],
  ['a field of a condition is renamed', (d) => Object.assign(d.fields[3]!, { name: '已开工' }), ['开工投资']],
  [
    'the field that is summed is retired',
    (d) => Object.assign(d.fields[2]!, { retired: true }),
    ['总投资', '开工投资'],
  ],
  ['the link is retired', (d) => Object.assign(d.fields[1]!, { retired: true }), ['总投资', '开工投资']],
])('%s', (_, change, strayed) => {
  const after = structuredClone(projects)
  change(after)
  const found = strayedBy(projects, after, [firms, Register.parse({ id, version: 1, definition: projects })])
  expect(found).toEqual(strayed.map((field) => ({ register: '企业台账', field })))
  expect(strayedBy(after, after, [firms])).toEqual([])
})
