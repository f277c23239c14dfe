// @ts-check
import { defineConfig } from 'astro/config';

const base = process.env.HANDBOOK_BASE || undefined;
const outDir = process.env.HANDBOOK_OUT || './dist';

// One cache for each content and output folder, so that builds side by side do not meet.
const cacheDir = process.env.HANDBOOK_CACHE || './.cache/astro/default';

export default defineConfig({
  cacheDir,
  base,
  outDir,
  trailingSlash: 'always',
  // Bodies are rendered by src/markdown; nothing goes through Astro's own Markdown.
  build: { assets: 'assets', inlineStylesheets: 'never', concurrency: 1 },
  // No inline script or style anywhere: the content security policy forbids both.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
