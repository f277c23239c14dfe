/** `handbook check`: all rules. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reportCoverage } from '../../src/checks/coverage.ts';
import { reporters, type ReportFormat } from '../../src/checks/report/formats.ts';
import { summaryText } from '../../src/checks/report/text.ts';
import { fails, inspect, rulesRun, type Inspection } from '../../src/checks/run.ts';
import { shownPath } from '../../src/handbook/read-folder.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import type { Mistake } from '../arguments.ts';
import { filterOf, passes, type Filter } from '../check-filter.ts';
import { exit, misused, type Command, type Context } from '../command.ts';
import { version } from '../version.ts';

export const command: Command = {
  name: 'check',
  positionals: '[number|rule …]',
  summary: {
    zh: '检查手册：全部规则，一次报告全部问题；给出文件编号或规则，就只显示它们的',
    en: 'check the handbook: all rules, all findings in one run; with numbers or rules only theirs',
  },
  example: { zh: 'B-21 TXT-05', en: 'B-21 TXT-05' },
  options: {
    format: {
      type: 'string',
      choices: Object.keys(reporters),
      default: 'text',
      help: { zh: '报告的格式', en: 'format of the report' },
    },
    output: {
      type: 'string',
      value: 'FILE',
      help: { zh: '把报告写入文件，终端只显示汇总', en: 'write the report to a file and show only the summary' },
    },
    strict: { type: 'boolean', help: { zh: '有警告也算不通过', en: 'warnings fail, too' } },
    'show-waived': { type: 'boolean', help: { zh: '也列出已豁免的问题', en: 'list waived findings, too' } },
  },
  async run(context) {
    const { content, asOf, language, values } = context;
    const format = values['format'] as ReportFormat;
    const output = values['output'] as string | undefined;
    if (output !== undefined && isNoFile(output)) {
      return misused(language, {
        text: { zh: `“${output}”是文件夹`, en: `“${output}” is a folder` },
        hint: { zh: '--output 写文件名。', en: 'Give --output the name of a file.' },
      });
    }
    const { positionals } = context;
    if (positionals.length && format !== 'text') return misused(language, wholeOnly);
    const all = await inspect(content, asOf);
    const filter = all.library && positionals.length ? filterOf(all.library, positionals) : undefined;
    if (filter && 'text' in filter) return misused(language, filter);
    const inspection = filter ? { ...all, findings: all.findings.filter((item) => passes(filter, item)) } : all;
    const showWaived = Boolean(values['show-waived']);
    // What some documents or rules show says nothing of the whole.
    const coverage = reportCoverage(filter ? undefined : inspection.library);
    if (output === undefined) {
      process.stdout.write(`${report(inspection, format, context, { showWaived, coverage })}\n`);
    } else {
      const text = report(inspection, format, context, { showWaived, coverage, colour: false });
      writeReport(output, `${text}\n`);
      context.say({ zh: `报告：${shownPath(output)}`, en: `Report: ${shownPath(output)}` });
      process.stdout.write(`${summaryText(inspection.findings, coverage, { language })}\n`);
    }
    if (filter) context.say(filtered(filter, all.findings.length - inspection.findings.length));
    return fails(inspection.findings, Boolean(values['strict'])) ? exit.refused : exit.clean;
  },
};

const wholeOnly: Mistake = {
  text: {
    zh: '给其他程序的报告总是全部的：不能只要几份文件或几条规则',
    en: 'Reports for other programs are always whole: they cannot be of some documents or rules',
  },
  hint: { zh: '不写编号和规则，或不写 --format。', en: 'Leave out the numbers and rules, or --format.' },
};

/** Says what was shown, so that nobody takes it for the whole handbook. */
function filtered({ documents, rules }: Filter, left: number): Bilingual {
  const shown = [...documents, ...rules];
  return {
    zh: `以上只有 ${shown.join('、')} 的结果，另有 ${left} 个没有列出。`,
    en: `Only findings of ${shown.join(', ')}; ${left} others are not shown.`,
  };
}

/** The report of an inspection in a format; in colours only on a terminal. */
export function report(
  inspection: Inspection,
  format: ReportFormat,
  { language, asOf }: Pick<Context, 'language' | 'asOf'>,
  {
    showWaived = false,
    colour = Boolean(process.stdout.isTTY && !process.env['NO_COLOR']),
    coverage = reportCoverage(inspection.library),
  } = {},
): string {
  const { library, findings } = inspection;
  const options = { language, asOf, version, ran: rulesRun(library), lineOf: lineReader(), colour, showWaived };
  return reporters[format](findings, coverage, options);
}

/** Writes aside and moves into place, so that whoever reads the file never finds half a report. */
function writeReport(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function isNoFile(path: string): boolean {
  return path === '' || Boolean(statSync(path, { throwIfNoEntry: false })?.isDirectory());
}

/** Gives the lines of files, each of which is read once, however many findings it has. */
export function lineReader(): (file: string, line: number) => string | undefined {
  const files = new Map<string, string[]>();
  return (file, line) => {
    try {
      if (!files.has(file)) files.set(file, readFileSync(file, 'utf8').split(/\r?\n/));
    } catch {
      files.set(file, []);
    }
    return files.get(file)?.[line - 1];
  };
}
