// Words that decide between target and fact: strong orders, what is drawn on, sizes of things that stand.

export const strongOrders = new Set(
  '加快 推进 推动 支持 鼓励 抓好 抓紧 聚力 着力 尽快 靶向引培 大力 力促 全力 进一步 加大 加力 引导 促进 持续 统筹 做好 坚持'.split(
    ' ',
  ),
)
/** 发挥40家机构作用, 围绕三大产业: what is drawn on exists, even after 将. */
export const drawing = new Set(['发挥', '依托', '利用', '围绕', '立足', '紧盯', '紧扣', '对照'])
export const bareAttribute =
  /^(其中|项目|工程)?(总投资|概算投资|投资总额|总建筑面积|占地面积|建筑面积|用地面积|占地|总用地)(达|约|为|达到)*$/
export const attribute =
  /(面积|投资|规模|总额|容量|产能|长度|高度|资产|资本|资金|产值)(达到|达|约|近|超过|超|为|合计)*$/
/** 到2027年累计建成10个, 增至600家, 入选…: words of the past that a plan uses too, of what is still to be reached. */
export const soft = new Set(
  '累计 先后 共计 总计 上榜 入选 获批 荣获 获评 增至 升至 降至 跃居 位居 稳居 均居 取得 成功 圆满完成 顺利完成 超额完成 达成 连续 呈现 刷新 新晋 被评为 被认定'.split(
    ' ',
  ),
)
