// Starts the web client: the words of the remembered language first, then the page, then the Chinese font in the background.

import { createRoot } from 'react-dom/client'
import { Luoshi } from '#web/app.tsx'
import { restoreLanguage } from '#web/language.ts'
import './look.css'

// Zod would try out `new Function`, which the page's security policy forbids; it reads this when its chunk is loaded.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
await restoreLanguage()
createRoot(document.getElementById('app') as HTMLElement).render(<Luoshi />)
// The font's list of ranges is large; the files themselves are fetched by the browser for the characters in use only.
void import('@fontsource-variable/noto-sans-sc/index.css')
