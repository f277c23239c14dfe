/** “Did you mean …?” */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a word, or undefined when none is near enough to be what was meant
 * (at most a third of the letters differ; case does not count).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const difference = distance(word.toLowerCase(), candidate.toLowerCase());
    if (difference < least) {
      least = difference;
      best = candidate;
    }
  }
  return best;
}
