/** `handbook init`: a new handbook in an empty folder, with what cannot be left out. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { callOf } from '../../src/control/call.ts';
import { planInit } from '../../src/control/init.ts';
import { isRefusal } from '../../src/control/plan.ts';
import { examplePreparer } from '../../src/control/templates/first-files.ts';
import { shownPath } from '../../src/handbook/read-folder.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { dryRunOption } from '../carry-out.ts';
import { complain, exit, misused, unlessBusy, type Command } from '../command.ts';
import { dayOption, optionNeeded, textOption } from '../control-options.ts';
import { makeFolder } from '../folders.ts';

const catalogue = { id: 'iso20000-1:2018', file: 'iso20000-1-2018.yaml' };
const cataloguePath = fileURLToPath(new URL(`../../content/standards/${catalogue.file}`, import.meta.url));

export const command: Command = {
  name: 'init',
  positionals: '[folder]',
  summary: {
    zh: '建立自己的手册库：在空文件夹中写好设置、示例部门、人员和角色，以及标准的条款目录',
    en: 'a handbook of your own in an empty folder: settings, an example organisation and the clause catalogue',
  },
  example: {
    zh: 'my-handbook --code XY --name 星云公司 --name-en "Xingyun Company"',
    en: 'my-handbook --code XY --name-en "Xingyun Company" --language en',
  },
  options: {
    code: { type: 'string', value: 'CODE', help: { zh: '全部编号的开头', en: 'what all numbers begin with' } },
    name: textOption({ zh: '单位的中文名称', en: 'name of the organisation in Chinese' }),
    'name-en': textOption({ zh: '单位的英文名称', en: 'name of the organisation in English' }),
    language: {
      type: 'string',
      choices: ['zh-CN', 'en'],
      default: 'zh-CN',
      help: { zh: '文件所用的语言', en: 'language of the documents' },
    },
    on: dayOption('on', { zh: '示例人员任职的第一天（默认 --as-of）', en: 'first day of the example roles (--as-of)' }),
    since: dayOption('since', {
      zh: '计划从哪一天起声明符合标准；以前缺少的只是警告',
      en: 'from when on to claim conformity; until then gaps are warnings',
    }),
    'dry-run': dryRunOption,
  },
  async run({ content, asOf, language, values, positionals, say }) {
    const [given = content, unexpected] = positionals;
    const folder = given.replace(/(?<=.)[\\/]+$/, '');
    if (unexpected !== undefined) {
      return misused(language, {
        text: { zh: `多了“${unexpected}”`, en: `“${unexpected}” is one word too many` },
        hint: { zh: '只给出一个文件夹。', en: 'Name one folder.' },
      });
    }
    const text = (key: string) => values[key] as string | undefined;
    const code = text('code');
    if (code === undefined) {
      return misused(language, optionNeeded('code', { zh: '编号的开头', en: 'what numbers begin with' }, 'init'));
    }
    const there = statSync(folder, { throwIfNoEntry: false });
    if (there && !there.isDirectory()) {
      return misused(language, {
        text: { zh: `${shownPath(folder)} 不是文件夹`, en: `${shownPath(folder)} is no folder` },
        hint: { zh: '给出一个新的或空的文件夹。', en: 'Name a new folder or an empty one.' },
      });
    }
    if (!existsSync(cataloguePath)) {
      complain(
        language,
        { zh: `找不到条款目录 ${cataloguePath}`, en: `There is no clause catalogue ${cataloguePath}` },
        { zh: '它随程序提供：用 git 恢复。', en: 'It comes with the program: restore it with git.' },
      );
      return exit.environment;
    }
    const plan = planInit({
      code,
      name: text('name'),
      nameEn: text('name-en'),
      language: text('language') === 'en' ? 'en' : 'zh-CN',
      asOf,
      on: text('on') ?? asOf,
      since: text('since'),
      catalogue: { ...catalogue, bytes: readFileSync(cataloguePath) },
      // Nothing of ours is hidden: .git or .DS_Store are not in the way.
      present: there ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [],
    });
    if (isRefusal(plan)) {
      complain(language, plan.refused, plan.hint);
      return exit.refused;
    }
    const dryRun = Boolean(values['dry-run']);
    if (!dryRun) {
      makeFolder(folder);
      const code = await unlessBusy(folder, language, async (write) => {
        write(plan.changes);
        return exit.clean;
      });
      if (code !== exit.clean) return code;
    }
    const files = [...plan.changes.keys()].map((path) => `  ${folder}/${path}`).join('\n');
    say({
      zh: `${dryRun ? '会建立' : '已建立'}手册库 ${folder}：\n${files}`,
      en: `${dryRun ? 'Would make' : 'Made'} the handbook ${folder}:\n${files}`,
    });
    if (!dryRun) say(nextSteps(folder, text('since')));
    return exit.clean;
  },
};

/** What to do next, as commands that can be copied. */
function nextSteps(folder: string, since?: string): Bilingual {
  const call = (words: string) => `     ${callOf(words, folder)}`;
  const by = `--by ${examplePreparer}`;
  const documents = [
    `new manual ${by} --title 服务管理手册 --title-en "Service management manual"`,
    `new policy ${by} --title 服务管理方针 --title-en "Service management policy"`,
    `new matrix ${by} --title 职责分配表 --title-en "Responsibility matrix"`,
    `new procedure ${by} --owner doc-controller --title 文件控制程序 --title-en "Document control"`,
    `new form ${by} --procedure B-01 --title 文件更改申请单 --title-en "Document change request"`,
  ].map(call);
  return {
    zh: [
      '',
      '接下来：',
      '  1. 把标有“示例”的部门、人员、角色和单位简介换成自己的。代码和标识（id）发布后不要再改。',
      '  2. 新建文件，写完标有“待补充”的内容：',
      ...documents,
      since === undefined
        ? '  3. 检查。条款由程序落实以前都列为错误，这时是正常的：它就是还要写什么的清单。要陆续发布的，先在 handbook.yaml 中写明 since。'
        : `  3. 检查。没有程序落实的条款，在 ${since} 以前都列为警告：它就是还要写什么的清单。`,
      call('check'),
      '  4. 边写边看，写好后发布：',
      call('dev'),
      call('release B-01 D-01-01'),
      '写法见 docs/authoring.zh-CN.md。',
    ].join('\n'),
    en: [
      '',
      'What comes next:',
      '  1. Replace what is marked as an example: departments, people, roles, the line about the organisation. Codes and ids must not change after a release.',
      '  2. Begin documents, and write what is marked as missing:',
      ...documents.map((line) => line.replace(/--title \S+ /, '')),
      since === undefined
        ? '  3. Check. Clauses that no procedure meets yet are errors; for now that is the list of what is to be written. To release one document after the other, say since in handbook.yaml.'
        : `  3. Check. Clauses that no procedure meets yet are warnings until ${since}: the list of what is to be written.`,
      call('check'),
      '  4. Look at it while you write, and release what is ready:',
      call('dev'),
      call('release B-01 D-01-01'),
    ].join('\n'),
  };
}
