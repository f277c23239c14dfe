/**
 * Bundles the pages, their styles and their scripts by Astro: a process of its own for `openApp` (site-app.ts), so that
 * its memory is free before pages are made.
 * Its words: an empty folder, which gets `server/` with the app and `client/` with what browsers load; the base.
 */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = '', base = ''] = process.argv.slice(2);

/** An adapter, in the words of Astro: what it renders pages with is kept instead of being used and thrown away. */
const keepsApp: AstroIntegration = {
  name: 'controlled-handbook',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const entry = join(root, 'src/app.ts');
      const plugin = {
        name: 'controlled-handbook:entry',
        configEnvironment: (name: string) =>
          name === 'prerender' ? { build: { rolldownOptions: { input: entry } } } : undefined,
      };
      updateConfig({ vite: { plugins: [plugin] } });
    },
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'controlled-handbook',
        entrypointResolution: 'auto',
        adapterFeatures: { buildOutput: 'static' },
        supportedAstroFeatures: {
          staticOutput: 'stable',
          hybridOutput: 'stable',
          serverOutput: 'stable',
          sharpImageService: 'stable',
        },
      }),
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer({
        name: 'controlled-handbook',
        setup: () => rename(join(folder, 'client/.prerender'), join(folder, 'server')),
        // No pages yet: `makeSite` asks the app for them.
        getStaticPaths: () => Promise.resolve([]),
        render: () => Promise.reject(new Error('There is nothing to render')),
      }),
  },
};

await build({
  ...{ root, base: base || '/', outDir: join(folder, 'client'), cacheDir: join(folder, 'cache') },
  integrations: [keepsApp],
  logLevel: 'error',
});
await rm(join(folder, 'cache'), { recursive: true, force: true });
