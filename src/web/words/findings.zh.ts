// Chinese words around rectification: rates of a register, entries and the commitments they become, the papers on a round.

import type { RectificationPaper } from '#domain/rectification.ts'

const papers: Record<RectificationPaper, string> = {
  ledger: '整改台账',
  problems: '问题清单',
  tasks: '任务清单',
  duties: '责任清单',
  effects: '成效清单',
  report: '集中整改进展报告',
  publication: '公开文本',
}

export const findings = {
  rates: {
    title: '比率',
    by: '按',
    all: '合计',
    group: '分组',
    of: '已达到',
    among: '应达到',
    percent: '比率',
    late: '超期',
    lateDays: '超期天数合计',
    longest: '最长超期',
    none: '没有应达到的条目',
    empty: '（空）',
    yes: '是',
    no: '否',
    opens: (name: string) => `查看${name}的条目`,
    basis: (basis: string) => `口径：${basis}`,
    days: (n: number) => `${n} 天`,
  },
  matters: {
    title: '督办事项',
    none: '尚未列为督办事项。',
    entrust: '列为督办事项',
    entrusted: (number: string) => `已列为督办事项 ${number}`,
    entrustHint: '按本条目所填立项，编号以 000 开头；之后由责任单位签收、填报、佐证，由他人销号。',
    lead: '牵头单位',
    due: '完成时限',
    takeUp: (entry: string) => `由督办事项建${entry}`,
    takeUpHint: '选取已立项的督办事项，按其内容、单位和时限各建一条，并与事项相连，不再重复录入。',
    choose: '督办事项',
    taken: (n: number, entry: string) => `已建 ${n} 条${entry}`,
    proofs: (n: number) => `佐证 ${n} 件`,
  },
  papers: {
    title: '清单与报告',
    names: papers,
    word: 'Word',
    excel: 'Excel',
    party: '党内公开',
    society: '向社会公开',
    note: '公开文本略去写有不公开事由的问题，并隐去人名和所列名称；经审核同意后方可发布。',
  },
}
