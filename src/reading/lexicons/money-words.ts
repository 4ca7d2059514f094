// Words around a number that make it money without 元.

export const moneyBefore =
  /(投资|收入|产值|资金|营收|额|总值|税收|财政|贷款|融资|规模|估值|市值|利润|经费|开票|引资|授信|基金|费用|GDP)[^，。；、\d]{0,8}$/
export const moneyAfter =
  /^(级|元|的?(销售|产值|营收|收入|投资|资金|产业|集群|规模|税收|贷款|基金|企业|项目|园区|板块))/
