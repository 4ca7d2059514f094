// The chain of states as a strip of steps: 立项 → 交办 → 签收 → 填报 → 审核 → 销号, each with its day, person and days taken.

import type { OutputOf } from '#contract/contract.ts'
import { type AllWords, useWords } from '#web/language.ts'
import { type ChainStep, chainOf } from '#web/parts/commitment-chain.ts'

export function Strip({ page, today }: { page: OutputOf<'getCommitment'>; today: string }) {
  const { chain } = useWords().supervise
  return (
    <ol className="strip" aria-label={chain.title}>
      {chainOf(page.commitment, page.history, today).map((step) => (
        <Step key={step.key} step={step} />
      ))}
    </ol>
  )
}

const marks: Record<ChainStep['state'], string> = { done: '✓', now: '▶', 'sent-back': '↩', ahead: '○', off: '×' }

function Step({ step }: { step: ChainStep }) {
  const { chain } = useWords().supervise
  const { key, state, on, who, rounds, days } = step
  const waits = state === 'now' || state === 'sent-back'
  return (
    <li className={`step step-${state}`} aria-current={waits ? 'step' : undefined}>
      <span className="step-name">
        <span aria-hidden="true">{marks[state]}</span> {chain[key]}{' '}
        <span className="step-state">{stateWord(state, chain)}</span>
      </span>
      <span className="step-when">
        {on && (waits || state === 'ahead' ? chain.last(on) : on)} {who}
      </span>
      <span className="step-days">
        {days !== null && key !== 'adopted' && (waits ? chain.waited(days) : chain.days(days))}
        {rounds > 1 && <span> {chain.rounds(rounds)}</span>}
      </span>
    </li>
  )
}

function stateWord(state: ChainStep['state'], chain: AllWords['supervise']['chain']): string {
  const words: Record<ChainStep['state'], string> = {
    done: chain.done,
    now: chain.now,
    'sent-back': chain.sentBack,
    ahead: chain.ahead,
    off: chain.off,
  }
  return words[state]
}
