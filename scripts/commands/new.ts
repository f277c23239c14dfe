/** `handbook new`: a document of a kind, from its outline, with the next free number. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { callOf } from '../../src/control/call.ts';
import { planNew, type NewPlan } from '../../src/control/new-document.ts';
import { isRefusal, type Refusal } from '../../src/control/plan.ts';
import { nearest } from '../../src/handbook/suggest.ts';
import { kinds, type Kind } from '../../src/schema/documents.ts';
import { orAll } from '../arguments.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { misused, type Command } from '../command.ts';
import { dayOption, personOption, textOption } from '../control-options.ts';
import { wholeNumber } from '../whole-number.ts';

const all = Object.keys(kinds) as Kind[];

export const command: Command = {
  name: 'new',
  positionals: `<${all.join('|')}>`,
  summary: {
    zh: '新建文件：按类型取下一个编号，在对应的文件夹写一份提纲',
    en: 'a new document: the next number of its kind, and an outline in the right folder',
  },
  example: {
    zh: 'procedure --title 事件复盘程序 --title-en "Incident learning" --owner incident-mgr --by su-qing',
    en: 'procedure --title-en "Incident learning" --owner incident-mgr --by su-qing',
  },
  options: {
    title: textOption({ zh: '中文名称', en: 'title in Chinese' }),
    'title-en': textOption({ zh: '英文名称', en: 'title in English' }),
    procedure: {
      type: 'string',
      value: 'NO',
      help: { zh: '所细化的程序；表单由它取编号', en: 'procedure that it details; forms are numbered by it' },
    },
    owner: {
      type: 'string',
      value: 'ROLE',
      help: { zh: '负责角色（默认同程序）', en: 'owner role (that of the procedure)' },
    },
    department: {
      type: 'string',
      value: 'CODE',
      help: { zh: '主责部门（默认同程序，或负责角色所在部门）', en: 'lead department (of procedure or owner)' },
    },
    by: personOption({ zh: '编制人（默认担任负责角色的人）', en: 'who prepares it (who holds the owner role)' }),
    reviewed: personOption({ zh: '将由谁审核（默认按审批规定）', en: 'who is to review it (by the approval chain)' }),
    approved: personOption({ zh: '将由谁批准（默认按审批规定）', en: 'who is to approve it (by the approval chain)' }),
    classification: {
      type: 'string',
      value: 'ID',
      help: { zh: '密级（默认同类文件中最常见的）', en: 'classification (as most of the kind)' },
    },
    number: { type: 'string', value: 'NO', help: { zh: '编号（默认下一个空号）', en: 'number (the next free one)' } },
    on: dayOption('on', { zh: '编制日期（默认 --as-of）', en: 'day on which it is begun (--as-of)' }),
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { content, language, values, positionals } = context;
    const [given] = positionals;
    const kind = all.find((name) => name === given);
    if (!kind || positionals.length > 1) {
      return misused(language, {
        text: given
          ? { zh: `没有类型“${positionals.join(' ')}”`, en: `There is no kind “${positionals.join(' ')}”` }
          : { zh: '请给出文件的类型', en: 'Give the kind of document' },
        hint: orAll(given && nearest(given, all), { zh: all.join('、'), en: all.join(', ') }),
      });
    }
    const text = (key: string) => values[key] as string | undefined;
    return carryOut<NewPlan>(context, {
      concerns: () => [],
      plan(library) {
        const procedure = text('procedure');
        const plan = planNew(library, {
          kind,
          number: text('number')?.toUpperCase(),
          title: text('title'),
          titleEn: text('title-en'),
          owner: text('owner'),
          department: text('department'),
          procedure: procedure && wholeNumber(library, procedure),
          by: text('by'),
          reviewed: text('reviewed'),
          approved: text('approved'),
          classification: text('classification'),
          on: text('on'),
        });
        if (isRefusal(plan)) return plan;
        return present(content, plan) ?? plan;
      },
      // The outline of a matrix leaves open who leads a clause, as long as nobody has decided it.
      expected: ({ isGap }) => Boolean(isGap),
      done({ path, number }, dryRun) {
        const status = callOf(`status ${number}`, content);
        return {
          zh: `${dryRun ? '会新建' : '已新建'} ${number}。${dryRun ? '' : `打开 ${content}/${path}，写完标有“待补充”的内容；进度见 ${status}`}`,
          en: `${dryRun ? 'Would create' : 'Created'} ${number}.${dryRun ? '' : ` Open ${content}/${path} and write what is marked as missing; see ${status}`}`,
        };
      },
    });
  },
};

/** A file that stands there already, although no document has its number. */
function present(content: string, { changes }: NewPlan): Refusal | undefined {
  const path = [...changes.keys()].find((name) => existsSync(join(content, name)));
  if (!path) return undefined;
  return {
    refused: { zh: `${content}/${path} 已经存在`, en: `${content}/${path} exists already` },
    hint: { zh: '看看它是什么；用 --number 另取编号。', en: 'See what it is; take another number with --number.' },
  };
}
