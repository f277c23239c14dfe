/** “Did you mean …?” */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a word, or undefined when none is near enough to be what was meant
 * (at most a third of the letters differ; case does not count).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return allNearest(word, candidates)[0];
}

/** All candidates that are as near as the nearest one, in their order. */
export function allNearest(word: string, candidates: Iterable<string>): string[] {
  let best: string[] = [];
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const difference = distance(word.toLowerCase(), candidate.toLowerCase());
    if (difference < least) {
      least = difference;
      best = [candidate];
    } else if (difference === least && best.length) best.push(candidate);
  }
  return best;
}
