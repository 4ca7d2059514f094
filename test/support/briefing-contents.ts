// A month's briefing with something in every list, for the papers' tests: invented matters of the invented zone 云溪高新区.

import type { BriefingContents, BriefingLine, Figure, Tally } from '#domain/briefing.ts'
import type { Light } from '#domain/light.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** 编号 | 事项 | 牵头单位 | 配合单位 | 时限 | 进度 | light | 原因 | 新时限 */
const told = `
1 | 新增高新技术企业20家以上 | 科技创新局 | 财政局 | 2026-03-31 | 100 | grey | |
2 | 完成一季度规模以上工业企业运行情况分析 | 经济发展局 | 工业和信息化局、财政局 | 2026-03-20 | 100 | green | |
3 | 组织新能源零部件产业专题推介会2场 | 招商局 | 产业投资公司、经济发展局 | 2026-03-25 | 100 | grey | |
4 | 完成云溪大道北延段征收扫尾 | 白沙镇 | 建设局、自然资源分局 | 2026-02-28 | 60 | red | 剩余3户对安置面积认定有异议，正在逐户复核，需请分管领导牵头会商。 | 2026-04-20
5 | 标准厂房二期主体结构封顶，完成投资1.2亿元 | 建设局 | 产业投资公司 | 2026-03-31 | 80 | red | 连续降雨影响外架施工，有效作业日减少9天。 |
6 | 推行工程建设项目“一窗受理、并联审批”，平均办理时限压缩至18个工作日以内 | 行政审批局 | 自然资源分局、建设局 | 2026-03-31 | 75 | yellow | 缺少系统联调测试报告。 | 2026-04-30
7 | 兑现上年度科技创新奖励资金8000万元 | | 科技创新局 | 2026-03-31 | 0 | blue | |
8 | 制定园区人才公寓管理办法 | 组织人事局 | 产业投资公司 | 2026-03-31 | 0 | green | 正在征求意见。 | 2026-04-15
9 | 引进亿元以上项目5个 | 招商局 | 经济发展局、产业投资公司、自然资源分局、行政审批局 | 2026-04-30 | 40 | green | |
10 | 开展和美乡村环境整治，完成6个村整治提升 | 青石街道 | | 2026-04-25 | 55 | ■ | |
`

function lineOf(text: string): BriefingLine {
  const [number, title, lead, supporting, dueOn, percent, light, reason, newDueOn] = text
    .split('|')
    .map((part) => part.trim())
  return {
    id: id(Number(number)),
    number: `2026-${number!.padStart(3, '0')}`,
    title: title!,
    lead: lead || null,
    supporting: supporting ? supporting.split('、') : [],
    post: lead ? `${lead}局长` : null,
    dueOn: dueOn!,
    percent: Number(percent),
    lit: {
      light: (light === '■' ? 'green' : light) as Light,
      row: 'row',
      gapPoints: 1.5,
      pacePercent: 50,
      workdaysLeft: 3,
    },
    latest: reason || '按计划推进。',
    reason: reason || null,
    newDueOn: newDueOn || null,
  }
}

const all = told.trim().split('\n').map(lineOf)
const pick = (...numbers: number[]) => all.filter((_, place) => numbers.includes(place + 1))
const figure = (...numbers: number[]): Figure => ({ count: numbers.length, of: numbers.map(id) })

function tally(completed: number[], underWay: number[], notStarted: number[], overdue: number[]): Tally {
  const planned = [...completed, ...underWay, ...notStarted].toSorted((a, b) => a - b)
  return {
    planned: figure(...planned),
    completed: figure(...completed),
    underWay: figure(...underWay),
    notStarted: figure(...notStarted),
    overdue: figure(...overdue),
    completionPercent: planned.length > 0 ? Math.round((100 * completed.length) / planned.length) : null,
  }
}

export const sampleContents: BriefingContents = {
  zone: '云溪高新区',
  month: '2026-03',
  asOf: '2026-04-03T01:05:00.000Z',
  today: '2026-04-03',
  overall: tally([1, 2, 3], [4, 5, 6], [7, 8], [5, 7]),
  lines: [
    { unit: id(101), name: '科技创新局', tally: tally([1], [], [], []) },
    { unit: id(102), name: '经济发展局', tally: tally([2, 3], [], [], []) },
    { unit: id(103), name: '建设局', tally: tally([], [4, 5, 6], [8], [5]) },
    { unit: null, name: '', tally: tally([], [], [7], [7]) },
  ],
  completed: pick(1, 2, 3),
  unfinished: pick(4, 5, 6, 7, 8),
  next: pick(4, 8, 9, 10),
  toCoordinate: pick(4, 5),
}

const none = tally([], [], [], [])

/** A month without anything. */
export const emptyContents: BriefingContents = {
  ...sampleContents,
  overall: none,
  lines: [],
  completed: [],
  unfinished: [],
  next: [],
  toCoordinate: [],
}
