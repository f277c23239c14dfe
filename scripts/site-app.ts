/** The pages as an app: Astro bundles them once for each state of our code, and every build asks that bundle for pages. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type * as App from '../src/app.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import { cachePath, hour, newestFirst } from './cache.ts';

/** See src/app.ts. */
export interface SiteApp extends Pick<typeof App, 'staticPaths' | 'render'> {
  /** Copies styles, scripts and pictures to the folder of a site. */
  copyAssets: (to: string) => void;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = cachePath('app');

/** So many bundles are kept: those that were used last. */
const kept = 6;

/**
 * @param code digest of the program (code-digest.ts)
 * @param base path of the site, empty or `/handbook`
 * @throws {Error} if it cannot be bundled, with what Astro says
 */
export async function openApp(code: string, base: string): Promise<SiteApp> {
  const bundle = bundleOf(code, base);
  if (!existsSync(bundle)) await makeBundle(bundle, base);
  const now = new Date();
  utimesSync(bundle, now, now);
  const server = join(bundle, 'server');
  const entry = readdirSync(server).find((name) => name.startsWith('prerender-entry.'))!;
  const { staticPaths, render } = (await import(pathToFileURL(join(server, entry)).href)) as typeof App;
  return {
    staticPaths,
    render,
    copyAssets: (to) => cpSync(join(bundle, 'client'), to, { recursive: true }),
  };
}

async function makeBundle(bundle: string, base: string): Promise<void> {
  // Builds side by side each make their own; the first that is done counts.
  const aside = `${bundle}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    // Whatever the shell says: pages for development have no content security policy.
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
    for (const name of ['DEV', 'PROD', 'MODE']) delete env[name];
    const script = fileURLToPath(new URL('bundle-app.ts', import.meta.url));
    // For a folder outside of where it works, Astro puts what it bundles elsewhere.
    await promisify(execFile)(process.execPath, [script, aside, base], { cwd: root, env }).catch(
      ({ stderr, message }: { stderr: string; message: string }) => {
        throw new Error(stderr || message);
      },
    );
    try {
      renameSync(aside, bundle);
    } catch (error) {
      // Over a folder that is not empty none can be moved: another one was first.
      if (!existsSync(bundle)) throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  forgetOld();
}

/** Where a bundle is kept. */
function bundleOf(code: string, base: string): string {
  return join(folder, sha256([code, base].join('\n')).slice(0, 16));
}

/** Removes a bundle, so that the next build makes it again; the parameters are those of {@link openApp}. */
export function forgetApp(code: string, base: string): void {
  rmSync(bundleOf(code, base), { recursive: true, force: true });
}

/** Removes all but the bundles that were used last, and what builds that were killed have left. */
function forgetOld(): void {
  const { whole = [], unfinished = [] } = Object.groupBy(newestFirst(folder), ({ name }) =>
    name.includes('.') ? 'unfinished' : 'whole',
  );
  const left = unfinished.filter(({ changed }) => changed < Date.now() - hour);
  for (const { path } of [...whole.slice(kept), ...left]) rmSync(path, { recursive: true, force: true });
}
