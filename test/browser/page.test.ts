import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { processIo } from '../../src/cli/io/io.ts';
import { run } from '../../src/cli/run.ts';
import { pageFormats } from '../../src/documents/page/document.ts';
import { evaluate, loadOrganisation } from '../../src/index.ts';
import type { TreeNode } from '../../src/render/chart/chart.ts';
import { asText } from '../../src/render/chart/text-forms.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { FRAGMENTS } from '../support/hostile-text.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

let browser: Browser;
let folder: string;

/** Writes the page of an organisation, and gives its address. */
async function pageOf(loaded: Loaded, name: string, names = false): Promise<string> {
  const report = evaluate(loaded, { version: 'test', seats: true, names });
  const render = await pageFormats.get('html')!.load();
  const path = join(folder, `${name}.html`);
  writeFileSync(path, render({ privacy: [], report }, { columns: 80, color: false, quiet: false }));
  return pathToFileURL(path).href;
}

/** Opens a page, and keeps all that it says and asks for. */
async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) said.push(`asks for ${request.url()}`);
  });
  await page.goto(address);
  return { page, said, close: () => context.close() };
}

const visible = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .evaluateAll(
      (all) =>
        all.filter((one) => (one as unknown as { offsetParent: unknown }).offsetParent !== null).length,
    );

let halden: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgdesign-browser-'));
  const executablePath = PLACES.find(existsSync);
  if (executablePath === undefined)
    throw new Error(`test:browser needs Chromium at one of ${PLACES.join(', ')}.`);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  halden = await pageOf(await loadOrganisation('examples/halden/org.yaml', disk), 'halden');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

describe('the page of a company', () => {
  test('says nothing to the console, and asks for nothing', async () => {
    const { page, said, close } = await open(halden);
    await page.locator('#open').click();
    expect(said).toEqual([]);
    await close();
  });

  test('finds text, and opens what it is in', async () => {
    const { page, close } = await open(halden);
    const all = await visible(page, 'main tbody tr');
    await page.fill('#find', 'Calibration Production Lead');
    expect(await page.locator('#found').textContent()).toMatch(/^\d+ found$/);
    const found = await visible(page, 'main tbody tr');
    expect(found).toBeGreaterThan(0);
    await page.fill('#find', '');
    expect(await visible(page, 'main tbody tr')).toBeGreaterThanOrEqual(all);
    await close();
  });

  test('leaves out severities and designs, and its address says so', async () => {
    const { page, close } = await open(halden);
    const before = await visible(page, '.findings li');
    await page.uncheck('[name=severity][value=warning]');
    expect(await visible(page, '.findings li')).toBeLessThan(before);
    await page.uncheck('[name=design][value=Matrix]');
    expect(await visible(page, '[data-design=Matrix]')).toBe(0);
    const address = page.url();
    expect(address).toContain('severity=warning');
    const again = await open(halden);
    await again.page.goto(address);
    await again.page.reload();
    expect(await visible(again.page, '[data-design=Matrix]')).toBe(0);
    expect(await again.page.isChecked('[name=severity][value=warning]')).toBe(false);
    await again.close();
    await close();
  });

  test('opens and closes all, and sorts tables', async () => {
    const { page, close } = await open(halden);
    await page.locator('#open').click();
    expect(await page.locator('details:not([open])').count()).toBe(0);
    const table = page.locator('table:has(thead button)').first();
    const second = () => table.locator('tbody tr td:nth-child(2)').allTextContents();
    const before = await second();
    const heads = table.locator('thead button');
    await heads.nth(0).click();
    await heads.nth(0).click();
    expect([...(await second())].sort()).toEqual([...before].sort());
    expect(await table.locator('th[aria-sort]').count()).toBe(1);
    await page.locator('#close').click();
    expect(await page.locator('details[open]').count()).toBe(0);
    await close();
  });

  test('reads without JavaScript', async () => {
    const { page, close } = await open(halden, { javaScriptEnabled: false });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('h1').textContent()).toBe('Halden Instruments');
    await page.locator('summary').first().click();
    expect(await page.locator('details[open]').count()).toBe(1);
    await close();
  });

  test.each([
    ['a desktop', { viewport: { width: 1280, height: 800 } }],
    ['a phone', { viewport: { width: 390, height: 844 }, isMobile: true }],
    ['a desktop in the dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const }],
  ])('fits %s, and can be read by everybody', async (_, options) => {
    const { page, close } = await open(halden, options);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.evaluate(axe.source);
    const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as axe.AxeResults;
    const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      ),
    ).toEqual([]);
    await close();
  });

  test('prints everything that was closed', async () => {
    const { page, close } = await open(halden);
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
    await close();
  });
});

test('hostile names stay text in every place', async () => {
  const text = (at: number) =>
    FRAGMENTS[at % FRAGMENTS.length]!.replace(/[\u0000-\u001f\ud800\ufffe]/g, '') || 'x';
  const people = FRAGMENTS.map((_, at) => ({
    id: `p${at}`,
    name: text(at),
    title: `${text(at + 1)} Sales Manager`,
    department: `unit ${text(at % 5)}`,
    ...(at === 0 ? {} : { manager: `p${Math.floor((at - 1) / 4)}` }),
  }));
  const customers = FRAGMENTS.slice(0, 12).map((_, at) => ({
    id: `c${at}`,
    name: text(at),
    attributes: { industry: text(at % 3) },
  }));
  const file = JSON.stringify({ version: 1, name: FRAGMENTS.slice(0, 12).join(' '), people, customers });
  const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': file }));
  const { page, said, close } = await open(await pageOf(loaded, 'hostile', true));
  await page.locator('#open').click();
  await page.fill('#find', '<script>');
  expect(said).toEqual([]);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('main a, main img, main iframe, main form').count()).toBe(0);
  await close();
});

test('a page that is served is there anew on a save, where its reader was', async () => {
  const copy = join(folder, 'live');
  cpSync('examples/halden', copy, { recursive: true });
  const file = join(copy, 'org.yaml');
  const text = readFileSync(file, 'utf8');
  let [ended, address] = [false, ''];
  const silent = { write: () => {}, isTerminal: false, columns: undefined };
  const { watch, ...io } = processIo();
  const running = run(['report', file, '--watch'], {
    ...io,
    watch: () => {
      const watching = watch();
      return { ...watching, pause: () => sleep(50).then(() => !ended) };
    },
    stdout: {
      ...silent,
      write: (what) => {
        address ||= what.trim();
      },
    },
    stderr: silent,
  });
  while (address === '') await sleep(20);
  const page = await (await browser.newContext()).newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(address);
  const far = page.locator('main > section').nth(6);
  await page.locator('main details summary').first().click();
  await far.evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
  await page.evaluate('scrollBy({ top: 40, behavior: "instant" })');
  const place = () => far.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await place();
  writeFileSync(file, text.replace('name: Halden Instruments', 'name: Halden Instruments and Sons'));
  await page.locator('h1', { hasText: /^Halden Instruments and Sons$/ }).waitFor();
  await page.locator('details[open]').first().waitFor();
  expect(await page.locator('details[open]').count()).toBe(1);
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  writeFileSync(file, 'version: 1\nname: [');
  await page.locator('.live', { hasText: 'org.yaml:2:' }).waitFor();
  expect(await page.locator('h1').textContent()).toBe('Halden Instruments and Sons');
  writeFileSync(file, text);
  await page.locator('h1', { hasText: /^Halden Instruments$/ }).waitFor();
  expect(said).toEqual([]);
  ended = true;
  expect(await running).toBe(0);
  await page.locator('.live', { hasText: 'Nobody serves' }).waitFor();
});

test('Mermaid reads its own text, whatever the names', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  const nodes = (text: string): readonly TreeNode[] => [
    { id: 'a', parent: null, title: `Chief ${text}`, detail: text, colour: '', marks: [] },
    { id: 'b', parent: 'a', title: text, detail: '+3', colour: '', marks: ['vacant'] },
  ];
  for (const text of ['Sales & Service', 'end', '"]; click n0 "x', '%%{init: {}}%%', ...FRAGMENTS]) {
    const mermaid = asText({ form: 'tree', nodes: nodes(text) }, text, 'mmd')!;
    const kind = await page.evaluate(
      `mermaid.parse(${JSON.stringify(mermaid)}).then((one) => one.diagramType)`,
    );
    expect([text, kind]).toEqual([text, 'flowchart-v2']);
  }
  await context.close();
});
