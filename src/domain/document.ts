// A document as it came in: immutable, known by the SHA-256 of its bytes, with what the office says about it. The text
// that every offset counts in is kept beside the original under a hash of its own, so that no later decoder can shift it.

import { z } from 'zod'
import { Day, Id, Row, Sha256, Words } from '#domain/fields.ts'

export const DocumentKind = z.enum(['minutes', 'plan', 'policy', 'instruction', 'press', 'report', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>
/** 公开属性: 主动公开 / 依申请公开 / 不予公开. */
export const Openness = z.enum(['public', 'on-request', 'closed'])

/** What the file was; anything but text was turned into text, with the way back in its places. */
export const DocumentSource = z.enum(['text', 'docx', 'pdf', 'html', 'xlsx'])
export type DocumentSource = z.infer<typeof DocumentSource>

export const Document = Row.extend({
  number: z.int().positive(),
  sha256: Sha256,
  textSha256: Sha256,
  /** The JSON file of its places; null for plain text. */
  placesSha256: Sha256.nullable().default(null),
  source: DocumentSource.default('text'),
  title: Words,
  kind: DocumentKind,
  docNumber: z.string().max(100).nullable(),
  date: Day.nullable(),
  openness: Openness,
  fileName: Words,
  encoding: z.string(),
  bytes: z.int(),
  characters: z.int(),
  warnings: z.array(z.string()),
  /** Pages of which nothing was read, for they are pictures; absent when there is none. */
  picturePages: z.array(z.int().positive()).optional(),
  importedBy: Id,
  importedOn: Day,
})
export type Document = z.infer<typeof Document>

export const DocumentCard = Document.extend({
  proposed: z.int(),
  adopted: z.int(),
  rejected: z.int(),
})
export type DocumentCard = z.infer<typeof DocumentCard>

export type DocumentEvent = { kind: 'imported'; document: Omit<Document, 'version'> }

export function evolveDocument(_: Document | null, event: DocumentEvent): Document {
  return { ...event.document, version: 1 }
}
