/** A real browser and a server for the built site, for the tests. */
import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';

/** The one without windows is the same browser and twice as fast. */
const systemBrowsers = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/**
 * Starts a browser: `CHROME_PATH`, the system’s Chrome or Chromium, or the one that comes from npm.
 * @param more further flags
 * @throws {Error} if there is none at all: the tests must fail then, not be skipped
 */
export async function startBrowser(...more: string[]): Promise<Browser> {
  const args = [...flags, ...more];
  const found = process.env['CHROME_PATH'] || systemBrowser();
  if (found) return chromium.launch({ executablePath: found, args });
  try {
    // It ships the system libraries that it needs, and unpacks them only if it believes itself on AWS Lambda.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    throw new Error(
      'No browser: install Chrome or Chromium, set CHROME_PATH, or run npm ci on a platform that @sparticuz/chromium supports.',
      { cause: error },
    );
  }
}

function systemBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  const places = [...folders.flatMap((folder) => systemBrowsers.map((name) => join(folder, name))), ...fixedPlaces];
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    yield piece;
    await setTimeout(30);
  }
}

export interface SiteServer {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  origin: string;
  stop: () => Promise<void>;
}

/**
 * Serves a folder on a free port of this machine, as any static web server would.
 * @param options.slowly pages arrive in pieces, as over a slow line
 */
export async function serveSite(folder: string, options: { slowly?: boolean } = {}): Promise<SiteServer> {
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const exists = statSync(file, { throwIfNoEntry: false })?.isFile();
    response.writeHead(exists ? 200 : 404, {
      'content-type': types[exists ? extname(file) : '.html'] ?? 'application/octet-stream',
    });
    const isSlow = options.slowly && extname(file) === '.html';
    const content = createReadStream(exists ? file : join(folder, '404.html'), isSlow ? { highWaterMark: 6_000 } : {});
    if (isSlow) pipeline(content, inPieces, response).catch(() => response.destroy());
    else content.pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
