import type { Mark } from '../../handbook/body.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/**
 * Asterisks and the like do what they are for. The parser knows Chinese punctuation, so nearly all bold text beside it
 * works; what is left over is a blank inside the marks, a quotation mark between Latin letters, a mark without partner,
 * and asterisks as signs of multiplication, which silently become italics.
 */
export const txt06: Rule = {
  id: 'TXT-06',
  severity: 'error',
  title: { zh: '粗体等标记都起作用，没有留下星号', en: 'Marks for bold text work, and no asterisks are left' },
  reason: {
    zh: '读者看到的是“**重要 **”，而不是粗体；“3*5*2”则少了星号，变成 352。',
    en: 'Readers see “**important **” in place of bold text, and “3*5*2” loses its asterisks and reads 352.',
  },
  remedy: {
    zh: '标记紧贴文字，成对出现；要显示星号就写 \\*，乘号写 ×。',
    en: 'Put marks right beside the text, in pairs; write \\* for an asterisk and × for a product.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '首次通报**不迟于 30 分钟 **，之后每 30 分钟一次。',
    right: '首次通报**不迟于 30 分钟**，之后每 30 分钟一次。',
  },
  *check(handbook) {
    for (const { body, document } of texts(handbook)) {
      for (const mark of body.marks) {
        if (!isMistake(mark)) continue;
        yield { place: mark.place, document, message: message(mark), hint: hint(mark) };
      }
    }
  },
};

const punctuation = /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u;
const chinese = /\p{Script=Han}/u;

/** True if the mark was hardly meant to be seen. */
function isMistake({ mark, inner, shown }: Mark): boolean {
  if (shown === 'emphasis') return true;
  switch (mark) {
    case '**':
    case '***':
      return true;
    case '*':
      return inner !== undefined && !/\s/.test(inner) && /\p{L}/u.test(inner) && punctuation.test(inner);
    case '__':
    case '~~':
      return inner !== undefined && chinese.test(inner) && !inner.includes('\n');
    default:
      return false;
  }
}

function message({ mark, inner, before, after, shown }: Mark): Bilingual {
  if (shown === 'emphasis') {
    return {
      zh: `“${before}*${inner}*${after}”中的星号不会显示，“${inner}”变成斜体`,
      en: `The asterisks of “${before}*${inner}*${after}” do not show, and “${inner}” becomes italic`,
    };
  }
  if (inner === undefined) {
    return { zh: `“${mark}”没有配对，读者会看到它`, en: `“${mark}” has no partner, readers will see it` };
  }
  const written = `${mark}${inner.length > 20 ? `${inner.slice(0, 18)}……` : inner}${mark}`;
  const meant = mark === '~~' ? { zh: '删除线', en: 'struck out' } : { zh: '粗体或斜体', en: 'bold or italic' };
  return {
    zh: `“${written}”没有显示为${meant.zh}，读者会看到“${mark}”`,
    en: `“${written}” is not ${meant.en}: readers will see “${mark}”`,
  };
}

function hint({ mark, inner, before, after, shown }: Mark): Bilingual | undefined {
  if (shown === 'emphasis') {
    return { zh: '乘号写 ×，星号本身写 \\*。', en: 'Write × for a product, \\* for an asterisk.' };
  }
  if (inner === undefined) {
    const escaped = mark.replace(/\*/g, '\\*');
    return {
      zh: `在文字的另一端补上“${mark}”，或删除；要显示它就写 ${escaped}。`,
      en: `Add “${mark}” at the other end of the text, or delete it; write ${escaped} to show it.`,
    };
  }
  if (inner !== inner.trim()) {
    return {
      zh: `去掉“${mark}”内侧的空格：${mark}${inner.trim()}${mark}`,
      en: `Drop the blank inside “${mark}”: ${mark}${inner.trim()}${mark}`,
    };
  }
  if (mark === '__') {
    return { zh: `改用星号：**${inner}**`, en: `Use asterisks: **${inner}**` };
  }
  const [, open = '', core = '', close = ''] = /^([\p{P}\p{S}]*)([\s\S]*?)([\p{P}\p{S}]*)$/u.exec(inner) ?? [];
  return core
    ? {
        zh: `把标点移到“${mark}”外面：${before.trim()}${open}${mark}${core}${mark}${close}${after.trim()}`,
        en: `Move the punctuation outside “${mark}”: ${before.trim()}${open}${mark}${core}${mark}${close}${after.trim()}`,
      }
    : undefined;
}
