/** Where a site will stand: the address of its server (`--site`) and the path below it (`--base`). */
import type { Mistake, Option } from './arguments.ts';

export const baseOption: Option = {
  type: 'string',
  value: 'PATH',
  default: '',
  help: { zh: '网站所在的路径，如 /handbook', en: 'path of the site, such as /handbook' },
  check: baseMistake,
};

export const siteOption: Option = {
  type: 'string',
  value: 'URL',
  help: {
    zh: '网站的网址，如 https://handbook.example.com；给出时生成 sitemap.xml 和规范网址',
    en: 'address of the site, such as https://handbook.example.com; gives sitemap.xml and canonical addresses',
  },
  check: siteMistake,
};

/** The path of a site, empty or `/handbook`. */
export function normaliseBase(base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed ? `/${trimmed}` : '';
}

/** The origin of an address, without a slash at its end; undefined if none was given. */
export function siteOrigin(given: string): string | undefined {
  return given ? new URL(given).origin : undefined;
}

function siteMistake(given: string): Mistake | undefined {
  const url = given ? webAddress(given) : undefined;
  if (!given || (url && url.pathname === '/' && !url.search && !url.hash)) return undefined;
  return {
    text: { zh: `--site 的网址“${given}”不对`, en: `--site ${given} is not the address of a site` },
    hint: url
      ? split(url)
      : { zh: '写成 https://handbook.example.com。', en: 'Write it as https://handbook.example.com.' },
  };
}

function baseMistake(given: string): Mistake | undefined {
  const segments = normaliseBase(given).split('/').slice(1);
  if (segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment))) return undefined;
  const url = webAddress(given);
  return {
    text: { zh: `--base 的路径“${given}”不对`, en: `--base ${given} is not the path of a site` },
    hint: url
      ? split(url)
      : {
          zh: '写成 /handbook：各级只用字母、数字和 . _ ~ -。',
          en: 'Write it as /handbook, with letters, digits and . _ ~ - only.',
        },
  };
}

function webAddress(given: string): URL | undefined {
  const url = URL.parse(given);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** An address with its path belongs into two options. */
function split({ origin, pathname }: URL): Mistake['hint'] {
  const base = normaliseBase(pathname);
  const right = `--site ${origin}${base && ` --base ${base}`}`;
  return { zh: `网址和路径分开写：${right}`, en: `Address and path go apart: ${right}` };
}
