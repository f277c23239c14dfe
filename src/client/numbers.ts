/** Numbers in a query, in any usual spelling: of documents, clauses and rules. */
import type { SearchIndex, SearchTarget } from '../views/search-targets.ts';

export interface Numbers {
  /** Ids of targets, the best first. */
  numbers: string[];
  /** The text without them. */
  rest: string;
  isNumber: boolean;
}

/**
 * Takes the numbers out of a query.
 * @param text the query in one spelling
 */
export function takeNumbers(text: string, { targets, rules = [] }: SearchIndex): Numbers {
  const whole = [...clausesWritten(text, targets), ...documentsWritten(text, targets), ...rulesWritten(text, rules)];
  if (whole.length) return { numbers: whole, rest: '', isNumber: true };
  const numbers: string[] = [];
  let isWritten = false;
  const take = (ids: readonly string[], isMeant: boolean, written: string): string => {
    numbers.push(...ids);
    isWritten ||= isMeant || ids.length > 0;
    return isMeant || ids.length > 0 ? ' ' : written;
  };
  const rest = text
    .replace(
      /第 ?(\d{1,2}(?:\.\d{1,2}){0,3}) ?(?:条款|条|章|节)|(?:条款|clause) ?(\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.])/g,
      (written, one?: string, other?: string) => take(clausesWritten(one ?? other ?? '', targets), true, written),
    )
    .replace(/(?<![\w.-])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\w.-])( ?条款)?/g, (written, number: string, word?: string) =>
      take(clausesWritten(number, targets), word !== undefined, written),
    )
    .replace(/(?<![\w-])[a-z]+(?:-[a-z]+)*-?\d+(?:-\d+)*(?![\w-])/g, (written) =>
      // A number of this handbook that does not exist: better nothing than something else. A4 may be a size of paper.
      /-|\d\d/.test(written)
        ? take(documentsWritten(written, targets).slice(0, 1), isOfHandbook(written, targets), written)
        : written,
    )
    .replace(/\s+/g, ' ')
    .trim();
  return { numbers, rest, isNumber: isWritten && rest === '' };
}

/** The clause that a text is the number of: `8.6.1`, `8 6 1`, `10`. */
function clausesWritten(text: string, targets: readonly SearchTarget[]): string[] {
  if (!/^\d{1,2}(?:[. ]\d{1,2}){0,3}$/.test(text)) return [];
  const id = `clause:${text.replaceAll(' ', '.')}`;
  return targets.some((target) => target.id === id) ? [id] : [];
}

/** The rule of the check that a text is the id of: `MAP-01`, `map01`. */
function rulesWritten(text: string, rules: readonly SearchTarget[]): string[] {
  const [, letters, figures] = /^([a-z]{3})[ -]?(\d{2})$/.exec(text) ?? [];
  const id = `rule:${letters?.toUpperCase()}-${figures}`;
  return rules.some((rule) => rule.id === id) ? [id] : [];
}

/** Begins like the numbers of this handbook and goes on to figures: `HC-ITSM-E-07`. */
function isOfHandbook(written: string, targets: readonly SearchTarget[]): boolean {
  const [first, ...others] = written.split('-');
  return others.length > 1 && targets.some(({ id }) => id.toLowerCase().startsWith(`${first}-`));
}

/**
 * The documents that a text is the number of, or the beginning of one: `HC-ITSM-B-21`, `b 21`, `B21`, `D-18` for all
 * forms of B-18. The whole number first.
 */
function documentsWritten(text: string, targets: readonly SearchTarget[]): string[] {
  const [, letters, figures] = /^([a-z][a-z -]*?)[ -]*(\d[\d -]*)$/.exec(text) ?? [];
  if (!letters || !figures) return [];
  const wanted = letters.replace(/[ -]/g, '');
  const groups = figures.split(/[ -]+/).filter(Boolean);
  const found = targets.flatMap(({ id }) => {
    if (id.includes(':')) return [];
    const parts = id.toLowerCase().split('-');
    const own = parts.filter((part) => /^\d+$/.test(part));
    const names = parts.slice(0, parts.length - own.length);
    if (!names.some((_, from) => names.slice(from).join('') === wanted)) return [];
    return [{ id, likeness: likeness(groups, own) }];
  });
  return found
    .filter((item) => item.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ id }) => id);
}

/** 2 if the figures are those of a number (`3` for `03`, `1803` for `18-03`), 1 if they begin it, else 0. */
function likeness(figures: readonly string[], own: readonly string[]): 0 | 1 | 2 {
  if (figures.join('') === own.join('')) return 2;
  const isSame = (figure: string, at: number) => Number(figure) === Number(own[at] ?? NaN);
  if (figures.every(isSame)) return figures.length === own.length ? 2 : 1;
  return own.join('').startsWith(figures.join('')) ? 1 : 0;
}
