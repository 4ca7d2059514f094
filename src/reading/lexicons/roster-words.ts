// Words around sets of names, and the common surnames by which persons are told.

export const marker = /(分别是|分别为|依次为|名单如下|具体为|具体是|名单为)$/
export const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边',
)
// 甲公司、乙公司、丙公司分别荣获…: winners, whoever they are.
export const winning = /^(等)?(分别)?(荣获|获奖|当选|获评)/
export const attending = /^(出席|列席|参加|参会|与会|获奖|签约)[^，]{0,6}$/
