// The text that reading is measured on, minutes, reports, plans and tables as an office files them, and the heaps that a
// reader might stumble over. It has a mention in 37 characters and a statement in 43; five published documents of 52,000
// characters (reports, plans, a newspaper page, a schedule) have one in 58 and one in 42.

const paragraphs = [
  '一、2025年工作回顾',
  '园区地处两省交界，水陆交通便利，高铁站、货运港口和高速公路出入口近在咫尺，是区域内重要的先进制造业基地，拥有完整的工程机械产业链条和一批知名品牌企业。',
  '（四）营商环境不断优化。企业开办、工程建设审批等环节的材料和时间进一步压减，帮办代办队伍常年活跃在项目一线，企业满意度逐年上升，受到客商普遍好评。',
  '全区坚持把招商引资作为经济工作的生命线，聚焦产业链关键环节，组建专业招商队伍，赴重点地区开展叩门招商，一批龙头型、基地型企业相继落户，产业集聚效应日益显现。',
  '走进村里，道路平整，庭院整洁，小菜园里瓜果飘香，村民活动广场上老人们正在下棋聊天。村党支部书记介绍，过去这里是出了名的落后村，如今家家户户过上了好日子。',
  '园区持续完善公共服务配套，改造提升人才公寓、邻里中心和口袋公园，引进优质教育医疗资源，产城融合发展水平不断提高，群众的获得感、幸福感、安全感不断增强。',
  '与先进地区相比，园区发展仍存在不少困难和问题：产业结构偏重，新兴产业支撑作用不够明显，企业自主创新能力有待增强，高层次人才相对缺乏，资源环境约束趋紧。',
  '该公司是一家专业从事传感器研发、生产和销售的高科技企业，产品广泛应用于汽车、家电和工业自动化领域，客户遍布全国各地，并远销海外多个国家和地区。',
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
