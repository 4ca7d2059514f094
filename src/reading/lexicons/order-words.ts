// Words that make or unmake an order: meeting formulae, openings that order nothing, run-in headings, deeds that only report.

export const formula =
  /制定本|特制定|制定以下|(制定|制订|提出|通知|报告|通报)如下|现将|会议(还|并|同时)?(听取|审议|研究|学习|传达|通报|讨论|召开|观看)|主持召开|会议召开|出席会议|主持会议/
export const unordered =
  /^((今年|明年|\d{4}年)[^，]{0,6}是|是|为|围绕|会议(?!决定|同意|确定|明确)|其中|特别是|尤其是|包括|从而|使|成为|听取|对标|随着|根据|据|由于|因|虽然|但|然而|同时指出|例如|比如|如|共同|刷新|彰显|呈现|高质量发展$|主要(是|生产|从事|经营|分布)|这|涵盖|涉及|有效期|本(办法|措施|意见|方案|规定|细则|通知|政策)|自发布|该举|此举|此外|此次活动|有力|让|为了|现在|各位|我代表|（|\(|以[^，]{2,30}为(抓手|主线|契机|引领|统领|导向|目标|核心|重点|中心)|[一二三四五六七八九十]是[^，]{0,12}$)/
export const runIn =
  /^[一-鿿]{4,7}(?<![培教体加增做建新净倍丰激盘搞生巩平填突构重招吸指牵振复集凝发提])[提强壮育优增促添聚固拓惠兴稳扩补破夯筑护暖引塑富活][一-鿿]{2}$/
// Deeds that a report tells of in the same bare form (出台“科创十条”，设立基金): orders only in a plan or in a run of orders.
export const achieved = new Set('出台 印发 发布 公布 成立 组建 设立 举办 召开 启动'.split(' '))
// With a subject before them these verbs report (结构由…调整为…); at the start of a clause they order.
export const eventVerbs = new Set(
  '调整 制定 制订 建立 确定 研究 了解 上报 提交 提请 征求 汇总 落地 形成 发展 带动 保持 组织 实施 协调 激发 集中 提升 提高 改善 增强 扩大'.split(
    ' ',
  ),
)
export const adjusted = /以[^，]{1,20}为[^，]{2,4}$/
