// Words that decide between target and fact: strong orders, what is drawn on, sizes of things that stand.

export const strongOrders = new Set(
  '加快 推进 推动 支持 鼓励 抓好 抓紧 聚力 着力 尽快 靶向引培 大力 力促 全力 进一步 加大 加力 引导 促进 持续 统筹 做好 坚持'.split(
    ' ',
  ),
)
/** 发挥40家机构作用, 围绕三大产业: what is drawn on exists, even after 将. */
export const drawing = new Set(['发挥', '依托', '利用', '围绕', '立足'])
export const bareAttribute =
  /^(其中|项目|工程)?(总投资|概算投资|投资总额|总建筑面积|占地面积|建筑面积|用地面积|占地|总用地)(达|约|为|达到)*$/
export const attribute =
  /(面积|投资|规模|总额|容量|产能|长度|高度|资产|资本|资金|产值)(达到|达|约|近|超过|超|为|合计)*$/
