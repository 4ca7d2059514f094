// Chinese words for assessing entries against rule sets.

export const assess = {
  title: '对照认定条件',
  link: '对照条件',
  back: (name: string) => `返回${name}`,
  intro: (entry: string) => `按施行中的认定条件逐一对照每个${entry}，结论供研判，不代替申报和评审。`,
  ruleSet: '认定条件',
  on: '对照日期',
  standings: { eligible: '符合', 'one-short': '只差一项', unknown: '待核', 'not-eligible': '不符合' },
  hints: {
    eligible: '登记的事实满足全部条件',
    'one-short': '补上一项即符合，可优先辅导（已含在不符合中）',
    unknown: '缺少事实，补填后可得结论',
    'not-eligible': '至少一项条件不满足',
  },
  entry: '名称',
  short: '所差一项',
  missing: '缺少的事实',
  outcome: '结论',
  none: '没有。',
  more: '再看一些',
  basis: (title: string, docNo: string) => (docNo ? `依据：《${title}》（${docNo}）` : `依据：${title}`),
  validity: (from: string, to: string | null) => `${from} 起施行${to ? `，至 ${to} 止` : ''}`,
  atRung: (rung: string) => `“${rung}”的认定条件`,
  conditions: '逐项对照',
  fill: '补填',
}
