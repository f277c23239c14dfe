/** Small files that browsers and search engines ask a site for. */
import { named, type View } from './view.ts';

/** `robots.txt`. A handbook is internal unless it was made for readers outside. */
export function robots(indexable: boolean): string {
  return `User-agent: *\n${indexable ? 'Allow: /' : 'Disallow: /'}\n`;
}

/** @param asset the address of a file that is the same in all languages */
export function webManifest(view: View, asset: (path: string) => string): object {
  const { settings } = view.handbook;
  const icon = (size: number) => ({
    src: asset(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  });
  return {
    name: named(view, settings.title),
    short_name: named(view, settings.title),
    description: named(view, settings.organisation.name),
    lang: settings.language,
    id: asset('/'),
    start_url: asset('/'),
    scope: asset('/'),
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0b5c6b',
    icons: [{ src: asset('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }, icon(192), icon(512)],
  };
}
