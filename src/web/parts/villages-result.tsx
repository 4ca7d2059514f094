// The result of a check as a mark with a shape of its own, so that a matrix reads in black and white.

const paths: Record<string, string> = {
  达标: 'M2 6.5 5 9.5 10 3',
  基本达标: 'M6 2 10.5 10h-9z',
  不达标: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  未查: 'M6 2.2a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6z',
}
const classes: Record<string, string> = { 达标: 'met', 基本达标: 'mostly', 不达标: 'failed', 未查: 'open' }

/** `result` empty: there is no check. */
export function ResultMark({ result }: { result: string }) {
  const path = paths[result]
  if (!path) return <span className="result result-none">·</span>
  return (
    <svg className={`result result-${classes[result]}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
