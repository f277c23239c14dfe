/**
 * Browsers let a page that was opened from a folder load scripts and styles, but neither modules nor data. So in an
 * offline copy all scripts are one, and each file of data is a script that hands its content over.
 */
import { offlineAddress } from './address.ts';

declare global {
  /** Called by the files of data. */
  var handbookFile: (path: string, content: unknown) => void;
}

/** The top of the copy. */
const root = new URL('.', (document.currentScript as HTMLScriptElement).src).href;
const waiting = new Map<string, (content: unknown) => void>();
const loading = new Map<string, Promise<unknown>>();

globalThis.handbookFile = (path, content) => waiting.get(path)?.(content);

/** The content of a file of data; undefined if there is none. */
function load(path: string): Promise<unknown> {
  const known = loading.get(path);
  if (known) return known;
  const content = new Promise<unknown>((done) => {
    waiting.set(path, done);
    const script = document.createElement('script');
    script.src = `${root}${path.slice(1)}.js`;
    script.addEventListener('error', () => done(undefined));
    document.head.append(script);
  });
  loading.set(path, content);
  return content;
}

globalThis.fetch = async (input) => {
  const content = await load(String(input));
  return content === undefined ? new Response(null, { status: 404 }) : Response.json(content);
};

/** Links that scripts make lead to the site; here they have to lead to files. */
function relink(element: Element): void {
  const href = element.getAttribute('href');
  const address = href && offlineAddress(href, root);
  if (address && address !== href) element.setAttribute('href', address);
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof Element) relink(target);
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      relink(node);
      for (const link of node.querySelectorAll('[href]')) relink(link);
    }
  }
}).observe(document, { subtree: true, childList: true, attributeFilter: ['href'] });
