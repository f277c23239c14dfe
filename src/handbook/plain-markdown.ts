/**
 * Which bodies can be read by the fast parser.
 *
 * Two parsers read Markdown: micromark, which has the rules for Chinese emphasis and the places of all faults, and
 * Sätteri, which is native and about fifteen times as fast. They give the same tree for nearly every text that people
 * write; what is listed here is what they were found to read differently, or what only micromark knows. A body that
 * has none of it goes to Sätteri. `test/handbook/two-parsers.test.ts` compares both trees for random texts.
 */

/** A block of code between fences that stand at the start of their lines: what is in it is not Markdown. */
const fenced = /^```[a-z]*\n(?:.*\n)*?```$/gmu;

const special: readonly RegExp[] = [
  // Emphasis by underscores, strikethrough, addresses, references, escapes, expressions, footnotes, pictures,
  // definitions, boxes to tick; characters that one of the two would replace.
  /[_~@&\\\t\r{}\0]|http|www|\[\^|!\[|\]:|\[[ xX]\]/u,
  // Emphasis beside punctuation, where Chinese needs another rule than CommonMark has.
  /[[\p{P}\p{S}]--[*]]\*|\*[[\p{P}\p{S}]--[*]]/v,
  // Components that have properties or stand within a line.
  /^(?!<\/?[A-Z]\w*(?: \/)?>$).*</mu,
  // Fences that are indented, have more than a language or are never closed; code over several lines.
  /``|^[^`\n]*`(?:[^`\n]*`[^`\n]*`)*[^`\n]*$/mu,
  // Rules of tables without a leading bar, underlined headings, empty items, lists and quotes begun within another's line.
  /^ *[-:][-: |]*\||^ *=+ *$|^ *>\s*(?:[-+*>]|\d+[.)])/mu,
  /^[ >]*(?:[-+*]|\d+[.)])(?: *$| +(?:[-+*>#]|\d+[.)]))/mu,
];

/** Whether both parsers read a body in the same way. */
export function isPlain(body: string): boolean {
  const text = body.replace(fenced, '');
  return !special.some((pattern) => pattern.test(text));
}
