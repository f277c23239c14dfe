/** One line of the ledger → what it says. Only the exact form that the commands write is read (docs/ledger.md). */
import { ledgerEntry, ledgerSignature, type LedgerEntry, type LedgerSignature } from '../schema/ledger.ts';
import type { Bilingual } from '../schema/primitives.ts';

export type LedgerLine = { entry: LedgerEntry } | { signature: LedgerSignature } | { fault: Bilingual };

/** Reads a line below the first, which is a comment. */
export function readLedgerLine(line: string): LedgerLine {
  const value = line.startsWith('- ') ? parseJson(line.slice(2)) : undefined;
  // Only the line of a signature has this key, so that one schema is asked and not both.
  if (value !== null && typeof value === 'object' && 'signature' in value) {
    const { data: signature } = ledgerSignature.safeParse(value);
    if (signature) return asWritten(signature, line) ? { signature } : { fault: altered };
  } else {
    const { data: entry } = ledgerEntry.safeParse(value);
    if (entry) return asWritten(entry, line) ? { entry } : { fault: altered };
  }
  return { fault: unreadable(line) };
}

/** What cannot be read still shows mostly what it was about. */
function unreadable(line: string): Bilingual {
  const [, number, version] = /"number":\s*"([^"]+)",\s*"version":\s*"([^"]+)"/.exec(line) ?? [];
  const about = number ? { zh: `（${number} ${version}）`, en: ` (${number} ${version})` } : { zh: '', en: '' };
  return { zh: `发布台账的这一行${about.zh}无法读取`, en: `This line of the ledger${about.en} cannot be read` };
}

const altered: Bilingual = {
  zh: '发布台账的这一行不是命令写入的样子：键的顺序、空格或写法不同',
  en: 'This line of the ledger is not as a command writes it: the order of keys, a blank or a spelling differs',
};

/** What the schema gives back has its keys in their order, so that it can be written again and compared. */
function asWritten(data: LedgerEntry | LedgerSignature, line: string): boolean {
  return `- ${JSON.stringify(data)}` === line;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
