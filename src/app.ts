/** The entry of the bundle that Astro makes of the pages (scripts/bundle-app.ts): which there are, and what each says. */
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

const app = createApp({ streaming: false });

/** A page or a file of data, by the route that makes it. */
export type StaticPath = Awaited<ReturnType<StaticPathsOfApp['getAll']>>[number];
type StaticPathsOfApp = InstanceType<typeof StaticPaths>;

/** All pages and files of data of the site that was handed on by `setSite` (views/site.ts). */
export function staticPaths(): Promise<StaticPath[]> {
  return new StaticPaths(app).getAll();
}

/**
 * What a route answers.
 * @param url its address, whose host means nothing
 * @throws {Error} if it cannot be rendered; Astro has printed why
 */
export async function render(url: URL, { route }: StaticPath): Promise<Response> {
  const response = await app.render(new Request(url), { routeData: route });
  if (response.status >= 500) throw new Error(`The page ${url.pathname} could not be rendered`);
  return response;
}
