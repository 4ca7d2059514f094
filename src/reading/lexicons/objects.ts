// What makes an order checkable: nouns that name a thing which stands or does not, and verbs that bring one about.

/** Nouns at the end of an order whose object can be checked as done or not: 机制, 方案, 中心, 专班 … */
export const checkableNouns = `中心 实验室 机制 制度 政策 方案 计划 规划 办法 细则 条例 公约 章程 规定 规范 准则 清单 台账 名单 名录 园区 基地 工厂 项目 工程 专班 领导小组 小组 团队 队伍建设
  委员会 公司 基金 联合体 联盟 先导区 示范区 试验区 核心区 开发区 集聚区 功能区 改革区 流程 方式 措施 目标 行动 会议 大会 论坛 活动 系统 标准 指南 目录 白皮书
  报告 梯队 上市 改革 试点 新政 条 功能 机场 铁路 高铁 高速 公路 大桥 隧道 航道 港口 码头 泵站 管网 医院 学校 幼儿园 场馆 公园 街区 社区 小区 景区 平台 网络
  图谱 地图 研究院 研究所 服务站 产业目录 指标体系 标准体系 数据库 项目库 专利 课题 论文 协议 合同 培训 讲座 调研 检查 督查 验收 评审 通知 文件 意见建议 工作 建设 整治 普查 排查 施工 设计 选址 招标 采购 高企申报
  企业 迁建 扩建 改建 改造 通车 贯通 投用 上线 做大做强 规模 最后一公里 产业化 成果转化 修订完善 智慧园区 数字化平台 联合创新体 产业园 科技园 产业带 片区 机构 协会 学院 协同 转型 签约 开工 投产`

/** Verbs that bring a thing about: with them even a modest object can be checked. */
export const makingVerbs = `建设 成立 组建 设立 出台 印发 制定 制订 编制 修订 绘制 编印 启动 实施 开工 召开 举办 承办 办好 发布 公布 申报 试行 申请 上报 起草 建成 创建 签订 签署 推行 提交 报送
  完成 落实 健全 完善 建立 搭建 开展 组织 新建 改造 扩建 竣工 投产 支持 对接 攻坚 扩大 探索 推动 推进 加快 聚焦 承载 升级再造 升级 再造 做大 依托 优化 打造 争创 实现`

/** Words that make an object a mood: 有力的激励约束机制, 一流国际化营商环境. */
export const vagueWords = `有力 有效 良好 浓厚 一流 强大 高质量发展 深度融合 高能级 高成长性 四链 合力 氛围 环境 格局 局面 态势 新质生产力 生态 矩阵 雁阵 地标 作用 力度 水平 能力
  领军 领先 质量 效能 效率 效益 责任 担当 信心 定力 优势 动能 活力 潜力 难题 短板 问题 精神 意识 理念 思想 作风 底线 关系 预期 品牌 共识 思维 方向 安全感 获得感 满意度 合作 各项`

/** Verbs that alone promise a thing: 出台, 成立, 启动, 完成 … */
export const strongVerbs = `出台 印发 制定 制订 编制 修订 起草 成立 组建 设立 启动 实施 开展 举办 承办 召开 发布 绘制 编印 汇编 建成 完成 创建 申报 试行 签订 提交 报送`

/** Verbs that found something, whatever it is called: 设立企业服务专窗. */
export const foundingVerbs = `成立 组建 设立 增设 创办`

/** What those verbs make and what bears a name of its own. */
export const namedThings = `方案 计划 规划 办法 细则 条例 公约 章程 规定 规范 准则 清单 目录 行动 工程 专班 小组 团队 委员会 基金 公司 中心 实验室 联盟 示范区 试验区 先导区 大会 论坛 会议 活动 试点 白皮书 标准 机制 制度 重组 迁建 扩建 改建 改造 建设 前期工作 编制 验收 投入使用 投用 投入运行 投入运营 研究院 研究所 学院 图谱 地图 施工 设计 选址`

/** Verbs of building: what they build can be seen. */
export const buildingVerbs = `建设 新建 改造 扩建 开工 兴建 修建 续建 铺设 安装 建成 改扩建 迁建 购置`

/** The last character of what is built: 区 道 路 桥 … */
export const builtEnds = `区园城道路桥站馆院港线库厂场楼网廊所河渠坝堤林校塔田村镇街湖体井管泵池点屏亭库台车机柜房舍厦`
