// Web pages written by hand: the article, lists with their numbers, tables with spans; nothing else.
import { expect, test } from 'vitest'
import { placeAt } from '#domain/place-at.ts'
import { openPaper } from '#papers/paper.ts'
import { readWebPage } from '#papers/web-page.ts'

const page = `<!DOCTYPE html><html lang="zh"><head><title>通知公告_云溪高新区</title>
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script></head><body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li></ul></nav>
<div class="article"><h1>关于分解2026年重点任务的通知</h1><p>各单位：</p>
<p>为贯彻落实会议精神，确保年内新增高新技术&nbsp;企业<b>100</b>家，力争规上工业增加值增长8%以上，现将任务分解如下，请认真组织实施。</p>
<ol><li>加强组织领导。</li><li>压实工作责任。</li></ol>
<table><tr><th rowspan="2">目标任务</th><th colspan="2">责任分工</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>
<tr><td>新建农村公路60公里</td><td rowspan=2>交通局</td><td>财政局</td></tr><tr><td>改造危桥3座</td><td></td></tr></table>
<p>二、工作要求。各单位要加强调度，按月报送进展情况，<span style="display:none">草稿</span>确保任务落实。</p></div>
<footer>版权所有 云溪高新区管委会</footer></body></html>`

const text = `关于分解2026年重点任务的通知
　各单位：
为贯彻落实会议精神，确保年内新增高新技术 企业100家，力争规上工业增加值增长8%以上，现将任务分解如下，请认真组织实施。
1. 加强组织领导。
2. 压实工作责任。
目标任务\t责任分工
\t牵头单位\t配合单位
新建农村公路60公里\t交通局\t财政局
改造危桥3座\t交通局
二、工作要求。各单位要加强调度，按月报送进展情况，确保任务落实。
`

test('a notice on a page of a government', async () => {
  const paper = await openPaper(Buffer.from(page), '通知.html')
  expect(paper.text).toBe(text)
  expect([paper.kind, paper.encoding]).toEqual(['html', 'utf-8'])
  expect(placeAt(paper.places, text.indexOf('压实'))).toMatchObject({ paragraph: 5 })
  expect(placeAt(paper.places, text.indexOf('危桥'))).toMatchObject({ table: 1, row: 4, column: 1 })
})

test('it is found in other encodings and without its head', async () => {
  const wide = Buffer.from(`\ufeff<html><body><p>确保完成。</p></body></html>`, 'utf16le')
  expect(await openPaper(wide, 'a')).toMatchObject({ text: '确保完成。\n', encoding: 'utf-16le' })
  expect((await openPaper(Buffer.from('<p>确保</p><p>完成</p>'), 'a.htm')).text).toBe('确保\n　完成\n')
})

test.each([
  [
    'a page that is only a table',
    '<table><tr><td>事项<td>时限<tr><td>完成甲<td>年底</table>',
    '事项\t时限\n完成甲\t年底\n',
  ],
  ['lines broken by br', '<div>一是完成；<br>二是推进。</div>', '一是完成；\n二是推进。\n'],
  [
    'a layout of tables',
    '<table><tr><td><p>左。</p><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></td></tr></table>',
    '左。\n甲\t乙\n丙\t丁\n',
  ],
  ['forms and scripts', '<p>正文。</p><select><option>选</select><script>写</script><button>按</button>', '正文。\n'],
  ['entities once', '<p>增长&lt;8%&amp;nbsp;</p>', '增长<8%&nbsp;\n'],
  ['no body at all', '<p>正文。', '正文。\n'],
])('%s', (_, html, words) => {
  expect(readWebPage(html).text).toBe(words)
})
