// How fast a text is read, beside the bare scan of the same characters in the same run: mentions and statements of a text
// written for this, some megabytes of minutes, reports, plans and tables as an office files them.

import { findMentions } from '#reading/find.ts'
import { readStatements } from '#reading/read.ts'
import { type Row, row } from './rows.ts'

const paragraphs = [
  '会议听取了各部门关于年度重点工作进展情况的汇报，对下一阶段工作作了研究部署。会议指出，今年以来全区上下坚持稳中求进，各项工作有序推进，成绩来之不易。',
  '会议强调，要坚持问题导向，压实主体责任，完善工作机制，加强部门协同，确保各项部署落到实处、见到实效。',
  '三、主要目标：到2027年，建成省级以上创新平台10个，集聚科技人才2000人以上，工业开票销售收入突破620亿元，年均增长8%左右。',
  '青石街道要严格落实属地管理要求，扎实开展环境整治，健全长效管护机制，持续改善群众生产生活条件，营造整洁有序的居住环境。',
  '标准厂房二期项目总投资约3.5亿元，占地120亩，5月31日前完成主体结构封顶，年底前交付使用，由建设局牵头负责。',
  '近年来，园区深入实施创新驱动发展战略，着力优化营商环境，加快培育优势产业集群，综合实力不断增强，发展质量稳步提升。',
  '各单位主要负责同志要切实履行第一责任人职责，及时协调解决推进过程中遇到的困难和问题，重大事项按程序报告。',
  '1\t新建改建农村道路60公里\t交通运输局\t9月底',
]
const day = '2026-03-05'
const millions = 4

export async function reading(): Promise<Row[]> {
  const text = Array.from({ length: 40000 }, (_, at) => paragraphs[at % paragraphs.length]).join('\n')
  const long = text.slice(0, millions * 1e6)
  const scan = rate(long, scanned)
  const mentions = rate(long, () => findMentions(long, { reference: `${day}T09:00:00` }).length)
  const statements = rate(long, () => readStatements(long, { date: day }).length)
  const beside = 'the bare scan of the same characters'
  return [
    row(`mentions, ${(long.length / 1e6).toFixed(1)} million characters`, 'M chars/s', mentions, scan, beside),
    row('statements, the same text', 'M chars/s', statements, scan, beside),
  ]
}

/** Million characters a second, the best of three. */
function rate(text: string, read: (text: string) => number): number {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    read(text)
    best = Math.max(best, text.length / (performance.now() - began) / 1000)
  }
  return best
}

function scanned(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at)
  return sum
}
