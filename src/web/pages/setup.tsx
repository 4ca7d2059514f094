// Being written.

export function SetupPage() {
  return null
}
