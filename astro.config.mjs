// @ts-check
import { defineConfig } from 'astro/config';

const base = process.env.HANDBOOK_BASE || undefined;
const outDir = process.env.HANDBOOK_OUT || './dist';

export default defineConfig({
  base,
  outDir,
  trailingSlash: 'always',
  // Bodies are rendered by src/markdown; nothing goes through Astro's own Markdown.
  build: { assets: 'assets', inlineStylesheets: 'never', concurrency: 1 },
  // No inline script or style anywhere: the content security policy forbids both.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
