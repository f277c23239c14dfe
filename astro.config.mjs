// @ts-check
import { defineConfig } from 'astro/config';

export default defineConfig({
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  // Bodies are rendered by src/markdown; nothing goes through Astro's own Markdown.
  build: { assets: 'assets', inlineStylesheets: 'never' },
  // No inline script or style anywhere: the content security policy forbids both.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
