/* firefox.mjs: opens pages one after another in one Firefox, by WebDriver BiDi, and writes what happened on each.
   In: {"firefox": path, "probe": source, "urls": [...]}; out: {"version": "...", "visits": [{"rows": …, "complaints": …}]}
   BiDi does not tell of every request that fails, so a proxy that refuses all writes down what is asked of others. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';

const { firefox, probe, urls } = JSON.parse(readFileSync(0, 'utf8'));
let complaints = [];
const ITS_OWN = /^CONNECT [\w.-]+\.mozilla\.(com|net|org):443 /; // the browser asks its maker for settings, whatever the page
const note = (socket) => {
  socket.on('error', () => {}); // the browser hangs up when it likes
  socket.on('data', (data) => {
    const [asked] = String(data).split('\r\n');
    if (!ITS_OWN.test(asked)) complaints.push(`asked of others: ${asked}`);
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
};
const proxy = createServer(note);
await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
const { port } = proxy.address();
const through = (kind) => [[`network.proxy.${kind}`, '127.0.0.1'], [`network.proxy.${kind}_port`, port]];
const preferences = Object.fromEntries([['network.proxy.type', 1], ...through('http'), ...through('ssl')]);

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: firefox,
  headless: true,
  extraPrefsFirefox: preferences,
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
page.on('console', (said) => ['error', 'warn'].includes(said.type()) && complaints.push(said.text()));
page.on('pageerror', (error) => complaints.push(String(error)));

/* on a busy machine Firefox says that a page is loaded while the page before is still there */
const hasCome = (url) => location.href.split('#')[0] === url && document.readyState === 'complete';

const visits = [];
for (const url of urls) {
  complaints = [];
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(hasCome, {}, url);
  const rows = await page.evaluate(`(${probe})()`);
  visits.push({ rows, complaints });
}
process.stdout.write(JSON.stringify({ version: await browser.version(), visits }));
await browser.close();
proxy.close();
