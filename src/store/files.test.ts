import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openFiles } from '#store/files.ts'
import { bytesOf } from '../../test/support/zone.ts'

test('what a killed server left arriving goes after a day; what arrives now stays, and so does what is kept', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-files-'))
  const arriving = path.join(folder, 'arriving')
  await mkdir(arriving)
  await writeFile(path.join(arriving, 'old'), 'x')
  await writeFile(path.join(arriving, 'new'), 'x')
  const before = new Date(Date.now() - 25 * 3_600_000)
  await utimes(path.join(arriving, 'old'), before, before)

  const files = await openFiles(folder)
  expect(await readdir(arriving)).toEqual(['new'])
  const kept = await files.keep('main', bytesOf('abc'), 10)
  expect(kept).toEqual({ sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', bytes: 3 })
  expect(await (await openFiles(folder)).bytesOf('main', kept.sha256)).toBe(3)
  await rm(folder, { recursive: true })
})
