/** `handbook verify`: proves the whole ledger. */
import { isProven, verify } from '../../src/checks/verify.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { verificationJson } from '../../src/terminal/verification-json.ts';
import { verificationText } from '../../src/terminal/verification-text.ts';
import { exit, type Command } from '../command.ts';
import { lineReader } from './check.ts';

export const command: Command = {
  name: 'verify',
  summary: {
    zh: '核验整个发布台账：冻结文本、链、版本顺序、审批和全部签名，不用缓存',
    en: 'prove the whole ledger: frozen texts, chain, succession, approvals and all signatures, without a cache',
  },
  options: {
    expect: {
      type: 'string',
      value: 'SHA-256',
      check: (value) =>
        /^[0-9a-f]{64}$/.test(value)
          ? undefined
          : {
              text: { zh: `“${value}”不是 SHA-256 哈希值`, en: `“${value}” is no SHA-256 hash` },
              hint: {
                zh: '写以前 verify 显示的台账哈希值：64 位小写十六进制。',
                en: 'Give the hash of the ledger that verify printed before: 64 lower-case hexadecimal digits.',
              },
            },
      help: {
        zh: '以前记下的台账哈希值：证明那以后只增加、没有删改',
        en: 'hash of the ledger noted before: shows that it was only appended to since',
      },
    },
    format: {
      type: 'string',
      choices: ['text', 'json'],
      default: 'text',
      help: { zh: '报告的格式', en: 'format of the report' },
    },
  },
  async run({ content, asOf, language, values }) {
    const result = await verify(openHandbook(content, asOf), values['expect'] as string | undefined);
    const colour = Boolean(process.stdout.isTTY && !process.env['NO_COLOR']);
    const report =
      values['format'] === 'json'
        ? JSON.stringify(verificationJson(result, language, asOf), null, 2)
        : verificationText(result, { language, colour, lineOf: lineReader() });
    process.stdout.write(`${report}\n`);
    return isProven(result) ? exit.clean : exit.refused;
  },
};
