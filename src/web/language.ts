// The language of the screen: Chinese first, English by a switch that the browser remembers. `useWords()` is the table
// of the current language; the English one is loaded only when it is asked for.

import { useSyncExternalStore } from 'react'
import { zh } from '#web/words/zh.ts'

export type Language = 'zh' | 'en'
export type AllWords = typeof zh

const key = 'luoshi.language'
const listeners = new Set<() => void>()
const loaded: Partial<Record<Language, AllWords>> & { zh: AllWords } = { zh }
let current: Language = 'zh'

/** Loads the words of a language and shows them; also sets the page's `lang`. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en') loaded.en ??= (await import('#web/words/en.ts')).en
  current = language
  localStorage.setItem(key, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

/** The language remembered from the last visit; called once before the first paint. */
export async function restoreLanguage(): Promise<void> {
  await setLanguage(localStorage.getItem(key) === 'en' ? 'en' : 'zh')
}

export function currentLanguage(): Language {
  return current
}

export function currentWords(): AllWords {
  return loaded[current] ?? loaded.zh
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

export function useWords(): AllWords {
  return useSyncExternalStore(subscribe, currentWords)
}
