// What the lines of a pasted block are read against: the names that their cells speak of, the rights of who pastes, and what
// the server would say of new lines.

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Names } from '#domain/cell-names.ts'
import type { Register } from '#domain/register.ts'
import { useDirectory, useMe, useRefusalMessage } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { namesSpoken } from '#web/parts/paste-names.ts'
import type { Block, PasteLine, PlannedLine } from '#web/parts/paste-plan.ts'
import { type Told, tryNew } from '#web/parts/paste-save.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import { shutCell, shutField } from '#web/parts/register-editing.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'

/** Undefined until the names in the cells have been looked up; looked up again when a linking cell was mended. */
export function useNames(lines: readonly PasteLine[], columns: readonly RegisterColumn[]): Names | undefined {
  const queries = useQueryClient()
  const directory = useDirectory()
  const refused = useRefusalMessage()
  const [names, setNames] = useState<Names>()
  const told = useRef(refused)
  told.current = refused
  const spoken = columns.flatMap((column) =>
    column.is === 'field' && column.field.type === 'entry'
      ? [{ field: column.field, texts: lines.map(({ texts }) => texts[column.key] ?? '') }]
      : [],
  )
  const key = JSON.stringify(spoken.map(({ field, texts }) => [field.key, texts]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of `spoken` that matters.
  useEffect(() => {
    if (!directory) return
    let over = false
    namesSpoken(queries, directory, spoken).then((found) => !over && setNames(found), told.current)
    return () => {
      over = true
    }
  }, [queries, directory, key])
  return names
}

/** Null while the names are being looked up. */
export function useGround(register: Register, block: Block, moneyUnit: string, names: Names | undefined) {
  const me = useMe()
  const { registers } = useWords()
  const language = useLanguage()
  const { definition } = register
  return useMemo(() => {
    if (!names) return null
    const shut = (column: RegisterColumn, entry: ShownEntry | null) => {
      const why = entry ? shutCell(definition, column, entry, me, null) : shutField(column, me.roles)
      return why && registers.edit.shut[why]
    }
    return { names, language, moneyUnit, units: block.units, shut }
  }, [names, language, moneyUnit, block, definition, me, registers])
}

const restMilliseconds = 400

/** Asks what new lines would be refused for, when the hand rests. */
export function useTrial(
  register: string,
  fresh: readonly PlannedLine[],
  onTold: (change: (before: Told) => Told) => void,
): void {
  const words = useWords()
  const language = useLanguage()
  const refused = useRefusalMessage()
  const lost = useRef(refused)
  lost.current = refused
  const key = JSON.stringify(fresh.map(({ line, values }) => [line.line, values]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of `fresh` that matters.
  useEffect(() => {
    if (fresh.length === 0) return
    let over = false
    const timer = setTimeout(() => {
      tryNew(register, fresh, { words, language }).then((told) => {
        if (over) return
        const tried = new Set(fresh.map(({ line }) => line.line))
        onTold((before) => new Map([...[...before].filter(([line]) => !tried.has(line)), ...told]))
      }, lost.current)
    }, restMilliseconds)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [register, key, words, language])
}
