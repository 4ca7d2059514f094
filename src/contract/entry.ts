// How one thing that the system can do is described. HTTP, OpenAPI, the command line and the web client loop over these.

import { z } from 'zod'
import type { RefusalCode } from '#base/refusal.ts'
import { Moment } from '#domain/fields.ts'
import type { Role } from '#domain/role.ts'

export type Entry = {
  readonly is: 'act' | 'question'
  readonly summary: string
  /** `/commitments/{id}/close`: names in braces are input fields. Questions are GET, acts are POST. */
  readonly path: string
  readonly input: z.ZodObject
  readonly output: z.ZodType
  readonly refusals: readonly RefusalCode[]
  /** Roles that may; 'anyone' means any signed-in person. */
  readonly may: readonly Role[] | 'anyone'
  /** 'upload': the request body is a file, its fields travel in the query. 'download': the answer is a file. */
  readonly carries: 'json' | 'upload' | 'download'
}

/** An upload as a door hands it over: the bytes as they arrive, never more than the entry's limit is kept. */
export type Incoming = AsyncIterable<Uint8Array>
/** A download as a handler hands it back. */
export type Outgoing = {
  name: string
  mediaType: string
  body: Uint8Array | AsyncIterable<Uint8Array>
  bytes: number | null
}

// Inputs are strict: a mistyped field must neither be lost from an act nor show the whole table.
type Told = Pick<Entry, 'summary' | 'path' | 'refusals' | 'may'>

/** Every question can be asked as of an earlier moment. */
const asOf = { asOf: Moment.optional() }

export function act<I extends z.ZodRawShape, O extends z.ZodType>(told: Told, input: I, output: O) {
  return { ...told, is: 'act', carries: 'json', input: z.strictObject(input), output } as const
}

export function upload<I extends z.ZodRawShape, O extends z.ZodType>(told: Told, input: I, output: O) {
  return { ...told, is: 'act', carries: 'upload', input: z.strictObject(input), output } as const
}

export function question<I extends z.ZodRawShape, O extends z.ZodType>(told: Told, input: I, output: O) {
  return { ...told, is: 'question', carries: 'json', input: z.strictObject({ ...input, ...asOf }), output } as const
}

export function download<I extends z.ZodRawShape>(told: Told, input: I) {
  const output = z.custom<Outgoing>()
  return { ...told, is: 'question', carries: 'download', input: z.strictObject({ ...input, ...asOf }), output } as const
}
