/** `handbook check`: all rules. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { coverageSummary } from '../../src/checks/coverage.ts';
import { reporters, type ReportFormat } from '../../src/checks/report/formats.ts';
import { summaryText } from '../../src/checks/report/text.ts';
import { fails, inspect, rulesRun, type Inspection } from '../../src/checks/run.ts';
import { shownPath } from '../../src/handbook/read-folder.ts';
import { exit, misused, type Command, type Context } from '../command.ts';
import { version } from '../version.ts';

export const command: Command = {
  name: 'check',
  summary: { zh: '检查手册：全部规则，一次报告全部问题', en: 'check the handbook: all rules, all findings in one run' },
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
    const inspection = await inspect(content, asOf);
    const showWaived = Boolean(values['show-waived']);
    if (output === undefined) {
      process.stdout.write(`${report(inspection, format, context, { showWaived })}\n`);
    } else {
      const text = report(inspection, format, context, { showWaived, colour: false });
      writeReport(output, `${text}\n`);
      context.say({ zh: `报告：${shownPath(output)}`, en: `Report: ${shownPath(output)}` });
      process.stdout.write(`${summaryText(inspection.findings, coverageOf(inspection), { language })}\n`);
    }
    return fails(inspection.findings, Boolean(values['strict'])) ? exit.refused : exit.clean;
  },
};

/** The report of an inspection in a format; in colours only on a terminal. */
export function report(
  inspection: Inspection,
  format: ReportFormat,
  { language, asOf }: Pick<Context, 'language' | 'asOf'>,
  { showWaived = false, colour = Boolean(process.stdout.isTTY && !process.env['NO_COLOR']) } = {},
): string {
  const { library, findings } = inspection;
  const options = { language, asOf, version, ran: rulesRun(library), lineOf: lineReader(), colour, showWaived };
  return reporters[format](findings, coverageOf(inspection), options);
}

function coverageOf({ library }: Inspection) {
  return library ? coverageSummary(library.working) : [];
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
