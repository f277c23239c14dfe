import type { BareAddress } from '../../handbook/body.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/**
 * An address without brackets takes the text behind it along, up to the next blank. Punctuation right behind it does no
 * harm: the pages cut the address off there (markdown/links.ts). What harms is a Chinese letter, which could belong to
 * the address, and text with marks or a second address in it, which stay as they are written.
 */
export const txt07: Rule = {
  id: 'TXT-07',
  severity: 'warning',
  title: {
    zh: '网址与后面的文字分得开',
    en: 'Addresses are set off from the text behind them',
  },
  reason: {
    zh: '网址后面直接跟着文字，就看不出网址到哪里为止，链接会指错，后面的格式也不起作用。',
    en: 'With text right behind an address nobody knows where it ends: the link goes wrong, and marks behind it do not work.',
  },
  remedy: {
    zh: '在网址后面加一个空格，或写成 [文字](网址)。',
    en: 'Put a blank behind the address, or write [text](address).',
  },
  example: {
    file: 'instructions/HC-ITSM-C-11.mdx',
    wrong: '自助门户 https://portal.hengchuan.example/help提供常见问题。',
    right: '自助门户 https://portal.hengchuan.example/help 提供常见问题。',
  },
  *check(handbook) {
    for (const { body, document } of texts(handbook)) {
      for (const address of body.bareAddresses) {
        const found = judge(address);
        if (found) yield { ...found, document };
      }
    }
  },
};

function judge({ address, rest, place }: BareAddress): Report | undefined {
  const short = rest.length > 12 ? `${rest.slice(0, 10)}……` : rest;
  if (/^\p{L}/u.test(rest)) {
    return {
      place,
      message: {
        zh: `网址“${address}”后面直接跟着“${short}”，看不出网址到哪里为止`,
        en: `“${short}” follows the address “${address}” at once: it is not clear where the address ends`,
      },
      hint: {
        zh: '在网址后面加一个空格；中文是网址的一部分的，写成 [文字](网址)。',
        en: 'Put a blank behind the address; if the Chinese belongs to it, write [text](address).',
      },
    };
  }
  const swallowed = /https?:\/\/|www\.|\*\*|~~|`|\]\(/i.exec(rest)?.[0];
  if (!swallowed) return undefined;
  return {
    place,
    message: {
      zh: `网址“${address}”后面的“${short}”没有空格隔开，其中的“${swallowed}”不起作用`,
      en: `No blank parts “${short}” from the address “${address}”, so “${swallowed}” in it does not work`,
    },
    hint: { zh: '在网址后面加一个空格。', en: 'Put a blank behind the address.' },
  };
}
