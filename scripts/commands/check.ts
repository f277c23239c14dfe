/** `handbook check`: all rules. */
import { readFileSync } from 'node:fs';
import { coverageSummary } from '../../src/checks/coverage.ts';
import { jsonReport } from '../../src/checks/report/json.ts';
import { textReport } from '../../src/checks/report/text.ts';
import { fails, inspect, type Inspection } from '../../src/checks/run.ts';
import { complain, exit, type Command, type Language } from '../command.ts';

export const command: Command = {
  name: 'check',
  summary: { zh: '检查手册：全部规则，一次报告全部问题', en: 'check the handbook: all rules, all findings in one run' },
  options: {
    format: {
      type: 'string',
      value: 'text|json',
      default: 'text',
      help: { zh: '报告的格式', en: 'format of the report' },
    },
    strict: { type: 'boolean', help: { zh: '有警告也算不通过', en: 'warnings fail, too' } },
  },
  async run({ content, asOf, language, values }) {
    const format = String(values['format']);
    if (format !== 'text' && format !== 'json') {
      complain(
        language,
        { zh: `没有格式“${format}”`, en: `There is no format “${format}”` },
        { zh: '可用：text、json。', en: 'Formats: text, json.' },
      );
      return exit.usage;
    }
    const inspection = await inspect(content, asOf);
    process.stdout.write(`${report(inspection, format, language)}\n`);
    return fails(inspection.findings, Boolean(values['strict'])) ? exit.refused : exit.clean;
  },
};

/** The report of an inspection in a format. */
export function report({ library, findings }: Inspection, format: 'text' | 'json', language: Language): string {
  const coverage = library ? coverageSummary(library.working) : [];
  if (format === 'json') return jsonReport(findings, coverage, language);
  return textReport(findings, coverage, { language, colour: process.stdout.isTTY && !process.env['NO_COLOR'], lineOf });
}

function lineOf(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}
