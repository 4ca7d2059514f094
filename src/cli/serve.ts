// luoshi serve: the server. Prints its address and, on a new database, the administrator's one-time password.

import { once } from 'node:events'
import { createServer } from '#api/server.ts'
import { type Command, Hindered, text, WrongUse } from '#cli/command.ts'
import { systemOptions, withSystem } from '#cli/opened.ts'
import type { Terminal } from '#cli/terminal.ts'
import { buildWeb, webFolder, webIsBuilt } from '#cli/web-build.ts'
import { words } from '#cli/words.ts'
import { foundZone } from '#operations/found.ts'
import { workImports } from '#operations/import-work.ts'

export const serve: Command = {
  usage: 'serve [--port 8787] [--host 127.0.0.1] [--data ./data] [--origin URL]',
  summary: {
    zh: '启动服务，用浏览器打开所示地址即可使用',
    en: 'Start the server; open the address it prints in a browser',
  },
  help: [
    { zh: '--port 端口       默认 8787；0 表示任选', en: '--port PORT      8787 if not given; 0 takes any' },
    {
      zh: '--host 地址       默认只供本机访问（127.0.0.1）；0.0.0.0 供网内访问',
      en: '--host ADDRESS   127.0.0.1, for this machine only; 0.0.0.0 for the network',
    },
    {
      zh: '--origin 网址     经 TLS 代理对外的地址，如 https://luoshi.example.cn',
      en: '--origin URL     the public address behind a TLS proxy, such as https://luoshi.example.cn',
    },
    { zh: words.zh.dataOption, en: words.en.dataOption },
  ],
  options: { ...systemOptions, port: { type: 'string' }, host: { type: 'string' }, origin: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run(asked, terminal) {
    const { values } = asked
    const port = portOption(text(values, 'port') ?? '8787', terminal)
    const origin = text(values, 'origin') ?? null
    if (!webIsBuilt()) {
      terminal.out(words[terminal.language].building)
      await buildWeb()
    }
    return withSystem(asked, terminal, origin, async (system, signIn) => {
      const secure = origin?.startsWith('https:') ?? false
      const app = createServer({ system, signIn, webFolder, secure, log: terminal.err })
      const first = await foundZone(system, signIn.accounts)
      const address = await listen(
        () => app.listen({ port, host: text(values, 'host') ?? '127.0.0.1' }),
        port,
        asked,
        terminal,
      )
      const imports = workImports(system, signIn.accounts, { everyMs: 5_000, log: terminal.err })
      const say = words[terminal.language]
      terminal.out(say.listening(origin ?? address))
      if (first) terminal.out(say.firstPassword(first.username, first.oneTimePassword))
      await toldToStop()
      terminal.out(say.stopping)
      // Acts in hand are finished; a visitor who never ends is not waited for.
      setTimeout(() => app.server.closeAllConnections(), 10_000).unref()
      await Promise.all([app.close(), imports.stop()])
      return 0
    })
  },
}

function portOption(value: string, { language }: Terminal): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new WrongUse(words[language].badPort(value))
  return Number(value)
}

async function listen(
  start: () => Promise<string>,
  port: number,
  { values }: { values: Record<string, unknown> },
  { language }: Terminal,
): Promise<string> {
  try {
    return await start()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Hindered(words[language].portTaken(port))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Hindered(words[language].hostWrong(String(values.host)))
    throw error
  }
}

/** The first signal ends in order; a second one does not wait. */
async function toldToStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
}
