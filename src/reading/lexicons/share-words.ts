// Words that are a share or a multiple by themselves.
import { compileLexicon } from '#reading/lexicon.ts'

export const shareWords = compileLexicon({
  全覆盖: '全覆盖 全面覆盖 应覆尽覆',
  全部: '全部完成 全部建成 全部达标 全部开工 全部竣工 全部落实 全部办结 全部销号 全部投产 全部到位 全部兑现 全部交付 全部整改',
  清零: '动态清零 清零',
  两位数: '两位数增长 双位数增长 两位数以上增长 双位数以上增长 增长两位数',
  翻番: '翻一番 翻番',
  翻两番: '翻两番',
  一半: '一半',
  半数: '过半数 过半 超半数 半数以上',
})
