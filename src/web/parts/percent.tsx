// Progress as a thin bar and its number.

export function Percent({ percent }: { percent: number }) {
  return (
    <span className="percent">
      <span className="percent-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="number">{percent}%</span>
    </span>
  )
}
