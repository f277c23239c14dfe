/** How much of one text is in another. */

const known = new WeakMap<object, Map<string, number>>();

/**
 * Sørensen–Dice coefficient of the pairs of neighbouring characters, from 0 (nothing in common) to 1. Works for
 * Chinese, where most words are two characters, without cutting words.
 * @param owner whose text it is; what was counted for it is kept as long as it lives
 */
export function textSimilarity(a: { owner: object; text: string }, b: { owner: object; text: string }): number {
  if (a.text === b.text) return 1;
  // The coefficient cannot be greater than this, and most pairs end here.
  const shorter = Math.min(a.text.length, b.text.length);
  if ((2 * shorter) / (a.text.length + b.text.length) < 0.3) return 0;
  const first = bigrams(a.owner, a.text);
  const second = bigrams(b.owner, b.text);
  const [few, many] = first.size < second.size ? [first, second] : [second, first];
  let common = 0;
  for (const [pair, count] of few) common += Math.min(count, many.get(pair) ?? 0);
  return (2 * common) / (a.text.length + 1 + b.text.length + 1);
}

/** Of the text and a blank on either side, so that a text of one character has pairs too. */
function bigrams(owner: object, text: string): Map<string, number> {
  let counts = known.get(owner);
  if (!counts) {
    counts = new Map();
    const padded = ` ${text} `;
    for (let at = 0; at + 1 < padded.length; at += 1) {
      const pair = padded.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    known.set(owner, counts);
  }
  return counts;
}
