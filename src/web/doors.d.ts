// What vite.config.ts makes for the browser: every door of the contract without its schemas, and the marked corpus.

declare module 'virtual:doors' {
  export const doors: Record<
    import('#contract/contract.ts').EntryName,
    Pick<import('#contract/entry.ts').Entry, 'is' | 'path' | 'may' | 'carries'>
  >
}

declare module 'virtual:corpus' {
  /** A file of corpus/ or corpus/mentions/, by its name. */
  type Theme = { theme: string; file: string }
  export const corpus: { statements: Theme[]; mentions: Theme[] }
}
