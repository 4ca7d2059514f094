// What vite.config.ts takes out of the contract for the browser: every door without its schemas.

declare module 'virtual:doors' {
  export const doors: Record<
    import('#contract/contract.ts').EntryName,
    Pick<import('#contract/entry.ts').Entry, 'is' | 'path' | 'may' | 'carries'>
  >
}
