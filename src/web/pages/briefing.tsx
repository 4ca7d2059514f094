// Being written.

export function BriefingPage() {
  return null
}
