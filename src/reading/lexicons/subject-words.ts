// Words that end the name of a body, and those around an indicator that are no part of its name.
import { compileEndings, compileLexicon } from '#reading/lexicon.ts'

export const body =
  /(开发区|高新区|新区|园区|示范区|市|区|县|省|自治州|旗|[^城乡]镇|乡|街道|局|厅|委|办|办公室|部|研究院|公司|集团|部门|单位|学校|大学|学院|专班|小组|委员会|管委会|政府|党工委|银行|协会|各地|各级|厂区|中心|督查室|办公室|[一-鿿]处|[支大中]队|指挥部)$/
export const notBody =
  /[、，]|全市|全区$|全省|全县$|地区$|城区$|景区$|社区$|小区$|^(牵头|配合|责任|协办|协助|主办|承办|参与|联合|支持)(单位|部门)|^(走进|来到|在|从|记者)/
export const leadIn = compileLexicon({
  skip: `其中 目前 同时 另外 此外 近日 今后 今年 去年 全年 年内 并 还 均 共 已 约 分别 合计 累计 将 通过 全市 全区 全县 全省 我市 我区 我县
    以及 和 及 的 新增 净增 新建 实现 完成 其 每年 总计 共计 ， ,`,
})
/** 达到, 增长 … before a number, any run of them. */
export const tail = compileEndings(
  `达到了 达到 达 为 净增 增至 升至 降至 提升至 提升到 提高到 提高至 超过 突破 超 约 近 不低于 不少于 至少 分别 合计 各 均 共 有 增长 下降 新增 到 仅 至
    的 稳定在 保持在 控制在 每 升 增加 增 减少 再 计 逾 首次 又 也`,
)
export const bareNoun = /^(面积|规模|数量|总数|产量|能力|水平|公司|人数)$/
