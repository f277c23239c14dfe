/** The pages of a site: Astro renders them, and they are written here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';

/** Makes the pages of a build, in place of Astro's own writer. */
export function pageWriter(folder: string, base: string): AstroIntegration {
  return {
    name: 'pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          // Astro is left with nothing to write.
          getStaticPaths: async () => {
            await writePages(astro, folder, base);
            return [];
          },
        }));
      },
    },
  };
}

async function writePages(astro: AstroPrerenderer, folder: string, base: string): Promise<void> {
  const paths = await astro.getStaticPaths();
  for (const { pathname, route } of paths) {
    const isPage = route.type === 'page';
    const url = new URL(`${base}${pathname}${isPage && !pathname.endsWith('/') ? '/' : ''}`, 'http://localhost');
    const rendered = await astro.render(new Request(url), { routeData: route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const file = pathname === '/404' ? '404.html' : isPage ? join(pathname, 'index.html') : pathname;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
}
