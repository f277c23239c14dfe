/** `handbook status`: where every document stands, or all about one. */
import { inspect } from '../../src/checks/run.ts';
import { callOf } from '../../src/control/call.ts';
import { unknownDocument } from '../../src/control/plan.ts';
import { signatureVerdicts } from '../../src/control/signature-verdicts.ts';
import { standings } from '../../src/control/standing.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import { documentStatusText } from '../../src/terminal/document-status-text.ts';
import { documentStatus } from '../../src/terminal/document-status.ts';
import { standingsText } from '../../src/terminal/standing-text.ts';
import { documentStatusJson, standingsJson } from '../../src/terminal/status-json.ts';
import { complain, exit, misused, type Command, type Context } from '../command.ts';
import { wholeNumber } from '../whole-number.ts';

export const command: Command = {
  name: 'status',
  positionals: '[number]',
  summary: {
    zh: '状态：哪些文件有未发布的修改、待实施、逾期或作废；给出编号则说明这一份',
    en: 'where documents stand: unreleased changes, versions to come, overdue, withdrawn; with a number, all about it',
  },
  example: {
    zh: 'B-21',
    en: 'B-21',
  },
  options: {
    all: {
      type: 'boolean',
      help: {
        zh: '列出全部文件和各自的现行版本；加 --as-of 得到那一天的情况',
        en: 'list every document with its version in force; with --as-of, on that day',
      },
    },
    format: {
      type: 'string',
      choices: ['text', 'json'],
      default: 'text',
      help: { zh: '输出的格式', en: 'format of the output' },
    },
  },
  async run(context) {
    const { content, language, positionals, values } = context;
    const [given] = positionals;
    if (positionals.length > 1 || (given && values['all'])) {
      const all = callOf('status --all', content);
      return misused(language, {
        text: { zh: '请给出一个文件编号，或者不给', en: 'Give the number of one document, or none' },
        hint: {
          zh: `全部文件：${all}`,
          en: `All documents: ${all}`,
        },
      });
    }
    return given ? ofOne(context, given) : ofAll(context);
  },
};

function ofAll({ content, asOf, values, language, say }: Context): number {
  const { library, findings } = openHandbook(content, asOf);
  if (!library) return unopened(language, findings);
  const items = standings(library);
  if (values['format'] === 'json') {
    process.stdout.write(`${JSON.stringify(standingsJson(items, asOf), null, 2)}\n`);
    return exit.clean;
  }
  const options = { asOf, all: Boolean(values['all']), colour: inColour() };
  say({
    zh: standingsText(items, { ...options, language: 'zh' }),
    en: standingsText(items, { ...options, language: 'en' }),
  });
  tellUnread(language, library);
  return exit.clean;
}

async function ofOne({ content, asOf, values, language, say }: Context, given: string): Promise<number> {
  const { library, findings } = await inspect(content, asOf);
  if (!library) return unopened(language, findings);
  const number = wholeNumber(library, given);
  const status = documentStatus(library, number, findings, await signatureVerdicts(library));
  if (!status) {
    const released = library.releases.find((release) => release.number === number)?.entry.released;
    const { refused, hint } = unknownDocument(number, library.working.documents.keys());
    if (released === undefined) complain(language, refused, hint);
    else {
      complain(language, {
        zh: `${number} 到 ${asOf} 还没有发布，首次发布在 ${released}`,
        en: `${number} had not been released by ${asOf}; that was on ${released}`,
      });
    }
    return exit.refused;
  }
  if (values['format'] === 'json') {
    process.stdout.write(`${JSON.stringify(documentStatusJson(status, asOf), null, 2)}\n`);
    return exit.clean;
  }
  const style = { colour: inColour() };
  say({
    zh: documentStatusText(library.working, status, { ...style, language: 'zh' }),
    en: documentStatusText(library.working, status, { ...style, language: 'en' }),
  });
  tellUnread(language, library);
  return exit.clean;
}

/** Files that cannot be read may make wrong what was said: whoever stands in people.yaml is called by the id, or missing. */
function tellUnread(language: Context['language'], { working }: Library): void {
  const files = [...working.unread];
  if (!files.length) return;
  complain(
    language,
    {
      zh: `${files.join('、')} 有错误，没有读出来，以上可能因此不对`,
      en: `${files.join(', ')} cannot be read, and what is said above may be wrong for that reason`,
    },
    {
      zh: '先运行 npm run handbook -- check，改正它。',
      en: 'Run npm run handbook -- check first, and mend it.',
    },
  );
}

function unopened(language: Context['language'], findings: readonly Finding[]): number {
  complain(language, findings[0]!.message, findings[0]!.hint);
  return exit.refused;
}

function inColour(): boolean {
  return Boolean(process.stdout.isTTY && !process.env['NO_COLOR']);
}
