// The text that reading is measured on, minutes, reports, plans and tables as an office files them, and the heaps that a
// reader might stumble over.

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

const round = `${paragraphs.join('\n')}\n`
const roundBytes = Buffer.byteLength(round)

/** Whole rounds of the paragraphs, about so many millions of UTF-8 bytes. One flat string, as a file read from disk is. */
export function officeText(megabytes: number): string {
  return flat(round.repeat(Math.max(1, Math.round((megabytes * 1e6) / roundBytes))))
}

/** Ten megabytes of one thing each. */
export const heaps: Record<string, () => string> = {
  'one line': () => officeText(10).replaceAll('\n', ''),
  'nothing but digits': () => flat('1234567890'.repeat(1e6)),
  'nothing but 万': () => flat('万'.repeat(1e7 / 3)),
  'nothing but brackets': () => flat('（'.repeat(1e7 / 3)),
}

// A string made by repeat is a tree of pieces inside; a copy through its bytes is not.
const flat = (text: string) => Buffer.from(text).toString()
