// Words after a Chinese numeral that make it a watchword or a title instead of a count.
import { compileLexicon } from '#reading/lexicon.ts'

// 四个全面, 两个维护, 十个方面: watchwords and headings, not counts.
export const watchwords = compileLexicon({
  skip: `方面 必须 坚持 方向 维度 环节 确立 维护 意识 自信 全面 着力点 走在前 更好统筹 毫不动摇 代表 务必 结合 转变 层面 角度 阶段
    特点 不 字 化 革命 面向`,
})
// 五大行动, 三大攻坚战: titles, not counts.
export const titleWords = new Set(
  '行动 工程 计划 战略 任务 会 体系 攻坚 理念 优势 要素 举措 目标 提升 专项 坚持 挑战 关系 机遇 特点 方面'.split(' '),
)
