// The system opened for one command, in the name of one person: on the database of a running server where there is one.

import { openSignIn, type SignIn } from '#api/auth.ts'
import { type Asked, Hindered, text } from '#cli/command.ts'
import type { Terminal } from '#cli/terminal.ts'
import { words } from '#cli/words.ts'
import { actorFor, findPersonByUsername } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { workImports } from '#operations/import-work.ts'
import { openSystem, type System } from '#operations/system.ts'
import { findDirectory, findZones } from '#store/directory.ts'

export const systemOptions = { data: { type: 'string' } } as const
export const actorOptions = { ...systemOptions, as: { type: 'string' } } as const

/** Opens, acts and closes, whatever comes of it. `origin` is the public address of a server. */
export async function withSystem<T>(
  { values }: Pick<Asked, 'values'>,
  { environment, language }: Terminal,
  origin: string | null,
  act: (system: System, signIn: SignIn) => Promise<T>,
): Promise<T> {
  const system = await openSystem({
    databaseUrl: environment.DATABASE_URL || null,
    dataFolder: text(values, 'data') ?? 'data',
  }).catch((error: Error) => {
    throw new Hindered(words[language].database(error.message), { cause: error })
  })
  try {
    return await act(system, await openSignIn(system, origin))
  } finally {
    await system.close()
  }
}

/** The same, for the person named by --as, or the only one with the role of the committee office. */
export function withActor<T>(asked: Asked, terminal: Terminal, act: (context: Context) => Promise<T>): Promise<T> {
  return withSystem(asked, terminal, null, async (system, { accounts }) => {
    const [zone] = await findZones(system.ownerPool)
    if (zone === undefined) throw new Hindered(words[terminal.language].noZone)
    const username = text(asked.values, 'as') ?? (await theOffice(system, zone, terminal))
    const person = await findPersonByUsername(system, zone, username)
    const actor = person && (await actorFor(system, zone, person.id))
    if (!actor) throw new Hindered(words[terminal.language].nobody(username))
    // What the command puts to work is done before it ends, whether a server runs or not.
    const imports = workImports(system, accounts, { everyMs: null, log: terminal.err })
    try {
      return await act({ system, accounts, actor })
    } finally {
      await imports.finish()
    }
  })
}

async function theOffice(system: System, zone: string, { language }: Terminal): Promise<string> {
  const directory = await findDirectory(system.db, { zone, units: '*' })
  const offices = new Set(directory?.posts.filter((post) => post.roles.includes('office')).map((post) => post.id))
  const holders = (directory?.people ?? []).filter((one) => one.active && one.posts.some((post) => offices.has(post)))
  if (holders.length !== 1) throw new Hindered(words[language].chooseOffice(holders.map((one) => one.username)))
  return (holders[0] as { username: string }).username
}
