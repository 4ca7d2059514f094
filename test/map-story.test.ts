// The browser story of the map: the sample zone's registers over its made-up boundaries, list and map in step, one register
// as a map with its filters, what a phone, paper and a browser without WebGL show; no request goes elsewhere.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('map', '2026-11-25T09:30:00+08:00', async () => {
  await story.openZone('registers')
  office = await story.enter('fangning')
  page = office.page
})

const list = () => page.getByRole('complementary', { name: '图内条目' })
/** The map has drawn what it was told: nothing is on the way any more. */
const settled = () => page.waitForTimeout(1500)

/** As somebody with a phone opens it. */
async function onPhone(name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.locator('.map-canvas canvas').waitFor()
  await settled()
  await office.look(name)
  await page.setViewportSize({ width: 1600, height: 1000 })
}

test('the registers with a place lie over the boundaries, and the map says that these are made up', async () => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '一张图' }).click()
  await page.locator('.map-canvas canvas').waitFor()
  await page.getByText('示意图：边界、位置为虚构或概略，不作依据').waitFor()
  await list().getByRole('link', { name: '倪园村' }).waitFor()
  await settled()
  await office.look('map')
  await onPhone('map-phone')
})

test('what is chosen in the list is chosen on the map, and the other way round', async () => {
  await list().getByRole('button', { name: '定位 石桥村' }).click()
  await page.locator('.map-chosen').getByRole('link', { name: '石桥村' }).waitFor()
  await settled()
  await office.look('chosen')
  await page.locator('.map-chosen').getByRole('button', { name: '关闭' }).click()
  const ground = (await page.locator('.map-canvas').boundingBox())!
  // Around the middle of the map there is nothing but the zone; a mark that is pressed is chosen in the list.
  await page.getByRole('button', { name: '全图', exact: true }).click()
  await settled()
  let chosen = false
  for (let i = 1; i < 24 && !chosen; i++) {
    for (let j = 1; j < 18 && !chosen; j++) {
      const at = { x: ground.x + (ground.width * i) / 24, y: ground.y + (ground.height * j) / 18 }
      await page.mouse.move(at.x, at.y)
      if (
        (await page.locator('.map-canvas canvas').evaluate((canvas) => (canvas as HTMLElement).style.cursor)) !==
        'pointer'
      )
        continue
      await page.mouse.click(at.x, at.y)
      chosen = true
    }
  }
  expect(chosen).toBe(true)
  await page.locator('.map-line[aria-current="true"]').waitFor()
})

test('a rung pressed in the legend narrows its layer, in the address too', async () => {
  await page.goto('/map?on=["village"]')
  await page.locator('.map-legend').getByRole('button', { name: '命名' }).click()
  await list().getByText('图内 12，共 12').waitFor()
  expect(decodeURIComponent(page.url())).toContain('village:@main=named')
  await page.reload()
  await list().getByText('图内 12，共 12').waitFor()
  await page.getByRole('button', { name: '已筛选 1 项，取消筛选' }).click()
  await list().getByText('图内 19，共 19').waitFor()
})

test('a register as a map: a rung of the legend narrows it, and the address carries that', async () => {
  await page.goto('/registers/village?view=map')
  await list().getByText('图内 19，共 19').waitFor()
  await settled()
  await office.look('village-map')
  await onPhone('village-map-phone')
  await page.locator('.map-legend').getByRole('button', { name: '命名' }).click()
  await list().getByText('图内 12，共 12').waitFor()
  expect(new URL(page.url()).searchParams.get('filter')).toContain('@main=named')
  await page.getByText('按停留').click()
  await settled()
  await office.look('village-map-named')
})

test('moving the map asks for what lies in sight', async () => {
  await page.goto('/registers/village?view=map')
  await list().getByText('图内 19，共 19').waitFor()
  await page.getByRole('button', { name: '放大' }).click()
  await page.getByRole('button', { name: '放大' }).click()
  await list()
    .getByText(/图内 ([0-9]|1[0-8])，共 19/)
    .waitFor()
})

test('in English too', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '中文' }).waitFor()
  await page.goto('/map')
  await page.locator('.map-canvas canvas').waitFor()
  await page.getByRole('complementary', { name: 'Entries on the map' }).getByRole('link', { name: '倪园村' }).waitFor()
  await settled()
  await office.look('map-en')
  await onPhone('map-en-phone')
  await page.emulateMedia({ media: 'print' })
  await office.look('map-printed')
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: '中文' }).click()
})

test('a place is put on the map from a form: a point, or an area corner by corner', async () => {
  await page.goto('/registers/village')
  await page.getByRole('button', { name: '新增村庄' }).click()
  const form = page.getByRole('dialog', { name: '新增村庄' })
  await form.getByLabel('村名').fill('新河村')
  await form.getByRole('button', { name: '在图上标注' }).click()
  const drawing = page.getByRole('dialog', { name: '在图上标注：位置' })
  await drawing.locator('.map-canvas canvas').waitFor()
  await settled()
  const ground = (await drawing.locator('.map-canvas').boundingBox())!
  const press = (x: number, y: number) => page.mouse.click(ground.x + ground.width * x, ground.y + ground.height * y)
  await press(0.5, 0.5)
  await drawing.getByLabel('坐标（每行一点）').getByText('117.').waitFor()
  await drawing.getByText('面', { exact: true }).click()
  await press(0.6, 0.5)
  await press(0.6, 0.65)
  expect(await drawing.getByLabel('坐标（每行一点）').inputValue()).toMatch(
    /^(117\.\d+, 34\.\d+\n){2}117\.\d+, 34\.\d+$/,
  )
  await settled()
  await office.look('place-drawn')
  await drawing.getByText('点', { exact: true }).click()
  await drawing.getByRole('button', { name: '确定' }).click()
  await drawing.waitFor({ state: 'detached' })
  expect(await form.getByLabel('位置 经度').inputValue()).toMatch(/^117\.\d+$/)
})

test('boundary files are replaced in the settings, a broken one is told with its place', async () => {
  await page.goto('/settings')
  await page.getByRole('button', { name: '边界文件' }).click()
  await page.getByRole('button', { name: '替换 镇街' }).click()
  const form = page.getByRole('dialog', { name: '上传镇街' })
  const town = (coordinates: unknown) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { name: '新镇' }, geometry: { type: 'Polygon', coordinates } }],
    })
  const put = (text: string) =>
    form
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.geojson', mimeType: 'application/json', buffer: Buffer.from(text) })
  await put(
    town([
      [
        [34, 117],
        [35, 117],
        [35, 118],
        [34, 117],
      ],
    ]),
  )
  await form.getByLabel('来源').fill('自然资源分局，2026年勘界成果')
  await form.getByRole('button', { name: '替换' }).click()
  await form.getByText('坐标超出范围：应为度，经度在前，纬度在后').waitFor()
  await office.look('boundary-refused')
  await put(
    town([
      [
        [117, 34],
        [117.6, 34],
        [117.4, 34.5],
        [117, 34],
      ],
    ]),
  )
  await form.getByRole('button', { name: '替换' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('自然资源分局，2026年勘界成果').waitFor()
  await page.locator('.map-canvas canvas').waitFor()
  await settled()
  await office.look('boundaries')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled()
  await office.look('boundaries-phone')
  await page.setViewportSize({ width: 1600, height: 1000 })
})

test('hundreds of places come as clusters that are opened by zooming in, from the list too', async () => {
  const keeper = await story.server.as('fangning')
  const { units } = (await run(keeper, 'getDirectory', {})) as OutputOf<'getDirectory'>
  const lead = units.find(({ shortName }) => shortName === '招商局')!.id
  const lines = Array.from({ length: 700 }, (_, i) => ({
    ...{ name: `密集项目${i}`, lead },
    site: { type: 'Point', coordinates: [117.2 + (i % 26) / 900, 34.2 + Math.floor(i / 26) / 900] },
  }))
  await run(keeper, 'addEntries', { register: 'investment', lines })
  await page.goto('/registers/investment?view=map')
  await list().getByText('条目较多，已按位置合并').waitFor()
  await settled()
  await office.look('clusters')
  await list().getByRole('button', { name: '放大查看' }).first().click()
  await list().getByText('此处 707 条').waitFor({ state: 'detached' })
  await list().getByRole('button', { name: '放大查看' }).first().click()
  await list()
    .getByRole('link', { name: /密集项目/ })
    .first()
    .waitFor()
  await settled()
  await office.look('clusters-opened')
})

test('without WebGL the list holds everything and a sentence says so', async () => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/registers/village?view=map')
  await page.getByText('本机浏览器不能绘制地图').waitFor()
  await list().getByText('共 19').waitFor()
  await list().getByRole('link', { name: '倪园村' }).waitFor()
  await office.look('no-webgl')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
