/** Plans a new handbook: the least with which `check` can judge and `new` can write documents. */
import { documentNumber, type Bilingual } from '../schema/primitives.ts';
import type { Plan, Refusal } from './plan.ts';
import { firstFiles } from './templates/first-files.ts';

export interface InitRequest {
  /** What all numbers begin with; small letters are made capitals. */
  code: string;
  name?: string;
  nameEn?: string;
  language: 'zh-CN' | 'en';
  /** ISO day on which the handbook is begun. */
  asOf: string;
  /** ISO day from which the people of the example hold their roles. */
  on: string;
  /** ISO day from which on the handbook will claim to meet the standard; after `asOf`. */
  since?: string;
  /** The clause catalogue that the handbook begins with: its id, the name of its file and its bytes. */
  catalogue: { id: string; file: string; bytes: Buffer };
  /** What stands in the folder already. */
  present: readonly string[];
}

const exampleName: Bilingual = { zh: '示例公司', en: 'Example company' };

/** What a new handbook would write, or why it is refused. */
export function planInit(request: InitRequest): Plan | Refusal {
  const { name, nameEn, language, asOf, on, since, catalogue, present } = request;
  if (present.length) {
    const some = present.slice(0, 3);
    const more = present.length > some.length;
    return {
      refused: {
        zh: `文件夹不是空的：其中有 ${some.join('、')}${more ? ' 等' : ''}`,
        en: `The folder is not empty: there is ${some.join(', ')}${more ? ' …' : ''}`,
      },
      hint: { zh: '给出一个新的或空的文件夹。', en: 'Name a new folder or an empty one.' },
    };
  }
  const code = request.code.toUpperCase();
  if (!documentNumber.safeParse(`${code}-A-01`).success) {
    return {
      refused: {
        zh: `编号不能以“${request.code}”开头`,
        en: `Numbers cannot begin with “${request.code}”`,
      },
      hint: {
        zh: '用大写字母、数字和连字符，例如 --code XY 或 --code XY-ITSM。',
        en: 'Use capitals, digits and hyphens: --code XY or --code XY-ITSM.',
      },
    };
  }
  if (since !== undefined && since <= asOf) {
    return {
      refused: {
        zh: `--since ${since} 不晚于今天（${asOf}）：从这一天起，缺少的内容都是错误`,
        en: `--since ${since} is not after today (${asOf}): from that day on everything that is missing is an error`,
      },
      hint: {
        zh: '用 --since 给出今天以后的一天；现在就声明符合标准的，去掉 --since。',
        en: 'Give a day after today with --since, or leave it out to claim conformity now.',
      },
    };
  }
  const files = firstFiles({
    code,
    name: { zh: name ?? nameEn ?? exampleName.zh, en: nameEn ?? name ?? exampleName.en },
    language,
    on,
    standard: { id: catalogue.id, since },
  });
  return {
    changes: new Map([
      ...files.map(({ path, text }): [string, Buffer] => [path, Buffer.from(text)]),
      [`standards/${catalogue.file}`, catalogue.bytes],
    ]),
  };
}
