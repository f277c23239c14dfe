/** 分发号, the numbers of copies. */

/**
 * The number after the greatest one of its kind: W-2026-003 where W-2026-001 and W-2026-002 are taken. A gap may be a
 * copy that was taken out of the register, so it is not filled.
 * @param like a number of the kind
 * @param taken the numbers of the copies of the same document
 * @returns undefined for a number without figures at its end
 */
export function nextCopyNumber(like: string, taken: Iterable<string>): string | undefined {
  const figures = /\d+$/.exec(like)?.[0];
  if (figures === undefined) return undefined;
  const head = like.slice(0, -figures.length);
  const used = [...taken]
    .filter((number) => number.startsWith(head) && /^\d+$/.test(number.slice(head.length)))
    .map((number) => Number(number.slice(head.length)));
  return head + String(Math.max(0, ...used) + 1).padStart(figures.length, '0');
}
