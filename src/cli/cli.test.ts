// The command line, called as a person would: what it prints, what it refuses, and how it ends.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '#cli/commands.ts'
import { cut, table, widthOf } from '#cli/table.ts'
import { entryNames } from '#contract/contract.ts'
import { startServer, type TestServer } from '../../test/support/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'luoshi-cli-'))
const minutes = join(folder, '纪要.txt')
writeFileSync(minutes, '会议要求，确保6月底前完成三号路改造，力争全年新增规上企业10家以上。\n')

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Runs a command and gives its exit code and what it printed. */
async function luoshi(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const environment = { DATABASE_URL: server.databaseUrl }
  const code = await command(args, {
    ...{ columns: 120, live: null, language: 'zh', environment },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const data = () => ['--data', server.dataFolder]

test('read prints a table whose columns stand under each other, and how many', async () => {
  const { code, out } = await luoshi('read', minutes, '--date', '2026-03-05')
  expect(code).toBe(0)
  const [head = '', , first = ''] = out.split('\n')
  expect(head).toMatch(/^# +类别 +语句 +数值/)
  const column = (line: string, cell: string) => widthOf(line.slice(0, line.indexOf(cell)))
  expect(first).toMatch(/任务|目标|要求/)
  expect(column(first, first.match(/任务|目标|要求/)?.[0] ?? '')).toBe(column(head, '类别'))
  expect(out).toMatch(/共 \d+ 项$/)
})

test('read --json prints exactly the items, with offsets into the text', async () => {
  const { out } = await luoshi('read', minutes, '--date', '2026-03-05', '--json')
  const told = JSON.parse(out)
  expect(Object.keys(told)).toEqual(['items'])
  const text = readFileSync(minutes, 'utf8')
  const target = told.items.find((item: { value: number | null }) => item.value === 10)
  expect(target).toMatchObject({ unit: '家', op: 'ge', strength: 'strive' })
  expect(text.slice(target.start, target.end)).toContain('10家')
})

test.each<[string[], number, string]>([
  [['reed'], 2, '没有“reed”这个命令。'],
  [['--lang', 'en', '--verbose'], 2, 'There is no option --verbose.'],
  [['read'], 2, '缺少参数：luoshi read FILE'],
  [['read', minutes, '--fast'], 2, '不认识选项 --fast。'],
  [['read', minutes, '--lang', 'en', '--fast'], 2, 'There is no option --fast.'],
  [['read', minutes, '--date'], 2, '选项 --date 的值缺少或不合用。'],
  [['read', minutes, '--date', '4月13日'], 2, '“4月13日”不是日期'],
  [['read', minutes, 'more'], 2, '多余的参数：more。'],
  [['read', join(folder, 'nothing.txt')], 1, '没有这个文件'],
  [['read', folder], 1, '这是目录'],
  [['serve', '--port', 'web'], 2, '“web”不是端口号'],
  [['import', minutes, '--kind', 'novel'], 2, '--kind 应为其中之一：minutes、plan'],
  [['export', '--briefing', 'March'], 2, '“March”不是月份'],
  [['export', '--format', 'pdf'], 2, '不认识格式“pdf”'],
  [['do', 'abolish'], 2, '没有“abolish”这一项'],
  [['do', 'whoAmI', '{'], 2, '输入不是合法的 JSON 对象'],
  [['do', 'whoAmI', '[]'], 2, '输入不是合法的 JSON 对象'],
])('%j ends with %i', async (args, code, sentence) => {
  const said = await luoshi(...args)
  expect(said.code).toBe(code)
  expect(said.err).toContain(sentence)
  expect(said.err).not.toContain('    at ')
})

test('what is not text is refused in a sentence', async () => {
  const picture = join(folder, '图.txt')
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a', 'hex'))
  expect(await luoshi('read', picture)).toMatchObject({ code: 1, err: expect.stringContaining('是图片') })
})

test('help is everywhere, in both languages', async () => {
  expect((await luoshi('--help')).out).toContain('luoshi export')
  expect((await luoshi()).code).toBe(0)
  for (const name of ['read', 'serve', 'import', 'export', 'do', 'entries']) {
    expect((await luoshi(name, '--help')).out).toContain(`用法: luoshi ${name}`)
    expect((await luoshi(name, '--help', '--lang', 'en')).out).toContain(`Usage: luoshi ${name}`)
  }
})

test('entries lists the whole contract', async () => {
  const { out } = await luoshi('entries')
  for (const name of entryNames) expect(out).toContain(name)
  expect(JSON.parse((await luoshi('entries', '--json')).out)).toHaveLength(entryNames.length)
})

test('import, do and export act in somebody’s name on the same database', async () => {
  expect(await luoshi('import', minutes, ...data())).toMatchObject({ code: 1, err: expect.stringContaining('--as') })
  const sample = JSON.parse((await luoshi('do', 'openSampleZone', '--as', 'admin', ...data())).out)
  const office = await officeOf(sample)

  expect(await luoshi('import', minutes, '--as', 'nobody', ...data())).toMatchObject({ code: 1 })
  const gone = join(folder, 'gone.txt')
  const both = await luoshi('import', gone, minutes, '--as', office, '--date', '2026-03-05', ...data())
  expect(both.code).toBe(1)
  expect(both.err).toBe(`✗ 无法读写文件 ${gone}：没有这个文件。`)
  expect(both.out).toMatch(/✓ .*纪要\.txt：《.*》，读出 \d+ 项待确认/)
  const again = await luoshi('import', minutes, '--as', office, ...data())
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('该文件已导入过') })

  const refused = await luoshi('do', 'addUnit', '{"name":"x"}', '--as', office, ...data())
  expect(refused).toMatchObject({ code: 1, err: '您的岗位无权办理此项（需要：系统管理员）。' })
  const listed = JSON.parse((await luoshi('do', 'listDocuments', '--as', office, ...data())).out)
  expect(listed).toHaveLength(1)

  const original = join(folder, 'original.txt')
  const input = JSON.stringify({ id: listed[0].id })
  await luoshi('do', 'getOriginal', input, '--out', original, '--as', office, ...data())
  expect(readFileSync(original)).toEqual(readFileSync(minutes))
  const ledger = join(folder, 'ledger.xlsx')
  expect(await luoshi('export', '--as', office, '--out', ledger, ...data())).toMatchObject({ code: 0 })
  const briefing = join(folder, 'briefing.docx')
  const wish = ['--briefing', '2026-03', '--out', briefing]
  const earlier = await luoshi('export', ...wish, '--as-of', '1999-12-31', '--as', office, ...data())
  expect(earlier).toMatchObject({ code: 1, err: expect.stringContaining('没有找到该园区') })
  expect(await luoshi('export', ...wish, '--as', office, ...data())).toMatchObject({ code: 0 })
  for (const file of [ledger, briefing]) expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('serve says where it is, keeps its port, and ends in order', async () => {
  const env = { ...process.env, DATABASE_URL: server.databaseUrl, LANG: 'en_GB.UTF-8', LC_ALL: '' }
  const child = spawn(process.execPath, ['luoshi', 'serve', '--port', '0', ...data()], { env })
  const ended = once(child, 'exit')
  let out = ''
  for await (const chunk of child.stdout) {
    out += chunk
    if (out.includes('Luoshi is at')) break
  }
  const address = out.match(/http:\S+/)?.[0] as string
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' })
  const page = await fetch(`${address}/anything`, { headers: { accept: 'text/html' } })
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(await luoshi('serve', '--port', new URL(address).port, ...data())).toMatchObject({
    code: 1,
    err: expect.stringContaining('已被占用'),
  })
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 120_000)

test('tables count a Chinese character as two columns', () => {
  expect(widthOf('三号路 3km')).toBe(10)
  expect(cut('三号路改造工程', 9)).toBe('三号路改…')
  expect(
    table(
      ['项', 'n'],
      [
        ['路', '1'],
        ['ab', '2'],
      ],
    ),
  ).toEqual(['项  n', '──  ─', '路  1', 'ab  2'])
})

async function officeOf(sample: { directory: { posts: Post[]; people: Person[] } }): Promise<string> {
  const posts = sample.directory.posts.filter((post) => post.roles.includes('office')).map((post) => post.id)
  const person = sample.directory.people.find((one) => one.posts.some((post) => posts.includes(post)))
  return (person as Person).username
}

type Post = { id: string; roles: string[] }
type Person = { username: string; posts: string[] }
