// Signing in: the one-time password and its change, wrong ones and the lock, sessions and their end.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, goodPassword, settle, startServer, type TestServer } from '../../test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const open = () => browser(server.address)
const english = { 'accept-language': 'en-GB,en;q=0.9' }

test('nobody signed in: 401 with a sentence in the language asked for', async () => {
  const answer = await open().get('/api/directory')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toEqual({
    type: 'urn:luoshi:problem:signed-out',
    title: '尚未登录或登录已过期，请重新登录。',
    status: 401,
    code: 'signed-out',
    facts: {},
  })
  const inEnglish = await open().get('/api/directory', english)
  expect(await inEnglish.json()).toMatchObject({
    title: 'You are not signed in, or the session has ended. Sign in again.',
  })
})

test('the one-time password opens only who one is, until it is changed; the change ends the other sessions', async () => {
  const here = open()
  const elsewhere = open()
  const answer = await here.signIn('admin', server.first.oneTimePassword)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ user: { username: 'admin', zone: 'main', mustChangePassword: true } })
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^luoshi\.session_token=.*HttpOnly; SameSite=Lax$/)
  expect(cookie).toContain('Max-Age=43200')
  await elsewhere.signIn('admin', server.first.oneTimePassword)

  expect(await (await here.get('/api/me')).json()).toMatchObject({ username: 'admin' })
  expect(await codeOf(here.get('/api/directory'))).toBe('403 password-change-due')

  const change = (newPassword: string, currentPassword = server.first.oneTimePassword) =>
    codeOf(here.post('/api/auth/change-password', { currentPassword, newPassword }))
  expect(await change('short1')).toBe('422 weak-password')
  expect(await change('onlyletters')).toBe('422 weak-password')
  expect(await change(server.first.oneTimePassword)).toBe('422 same-password')
  expect(await change(goodPassword, 'not the password 1')).toBe('400 wrong-password')
  expect(await change(goodPassword)).toBe('200')

  expect((await here.get('/api/directory')).status).toBe(200)
  expect(await codeOf(elsewhere.get('/api/me'))).toBe('401 signed-out')
  expect(await codeOf(open().signIn('admin', server.first.oneTimePassword))).toBe('401 wrong-sign-in')
  expect(await codeOf(open().signIn('Admin', goodPassword))).toBe('200')
})

test('signing out ends the session', async () => {
  const one = open()
  await one.signIn('admin', goodPassword)
  const cookie = one.cookie()
  expect((await one.post('/api/auth/sign-out')).status).toBe(200)
  expect(await codeOf(one.get('/api/me', { cookie }))).toBe('401 signed-out')
})

test.each([['admin'], ['nobody.at.all']])(
  '%s: five wrong passwords lock the name, said in a sentence',
  async (name) => {
    const one = open()
    for (let time = 1; time <= 5; time++)
      expect(await codeOf(one.signIn(name, `wrong ${time}`))).toBe('401 wrong-sign-in')
    const locked = await one.signIn(name, goodPassword)
    expect(locked.status).toBe(429)
    expect(locked.headers.get('retry-after')).toBe('900')
    expect(await locked.json()).toMatchObject({
      code: 'sign-in-locked',
      title: '密码连续输错，该用户名已锁定，请 15 分钟后再试。',
    })
    server.wait(16)
    expect(await codeOf(one.signIn(name, goodPassword))).toBe(name === 'admin' ? '200' : '401 wrong-sign-in')
  },
)

test('many guesses at once are no more than five', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, at) => codeOf(open().signIn('guessed', `wrong ${at}`))),
  )
  expect(guesses.filter((code) => code === '401 wrong-sign-in').length).toBeLessThanOrEqual(5)
  expect(new Set(guesses)).toEqual(new Set(['401 wrong-sign-in', '429 sign-in-locked']))
})

test('nobody can sign up, and the other endpoints of the library are not there', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'is-username-available',
    'request-password-reset',
  ])
    expect(await codeOf(open().post(`/api/auth/${path}`, { email: 'a@b.cn' }))).toBe('404 unknown-route')
})

test('a foreign page can neither act nor sign anybody in', async () => {
  const one = open()
  await one.signIn('admin', goodPassword)
  for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }]) {
    expect(await codeOf(one.post('/api/zone/name', { name: 'x', version: 1 }, headers))).toBe('403 foreign-origin')
    expect(await codeOf(one.post('/api/auth/sign-out', {}, headers))).toBe('403 foreign-origin')
  }
})

test('an account that is closed is out at once; a reset password is one-time again', async () => {
  const admin = open()
  await admin.signIn('admin', goodPassword)
  const added = await (await admin.post('/api/people', { name: '李四', username: 'li.si' })).json()
  const taken = admin.post('/api/people', { name: '李四', username: 'li.si' })
  expect(await codeOf(taken)).toBe('409 username-taken')
  const lisi = await settle(open(), 'li.si', added.account.oneTimePassword)
  expect(added.account.oneTimePassword).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{12}$/)
  expect((await lisi.get('/api/me')).status).toBe(200)

  const reset = await (
    await admin.post(`/api/people/${added.person.id}/password`, { version: added.person.version })
  ).json()
  expect(await codeOf(lisi.get('/api/me'))).toBe('401 signed-out')
  await settle(lisi, 'li.si', reset.account.oneTimePassword)

  await admin.post(`/api/people/${added.person.id}/deactivate`, { version: reset.person.version })
  expect(await codeOf(lisi.get('/api/me'))).toBe('401 signed-out')
  expect(await codeOf(lisi.signIn('li.si', goodPassword))).toBe('401 wrong-sign-in')
})

async function codeOf(asking: Promise<Response>): Promise<string> {
  const answer = await asking
  return answer.ok ? String(answer.status) : `${answer.status} ${(await answer.json()).code}`
}
