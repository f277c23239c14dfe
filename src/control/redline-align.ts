/** Which item of one list became which item of another. */
import { diffArrays } from 'diff';

/** One item on both sides, or one that has no counterpart. */
export interface Pair<T> {
  before?: T;
  after?: T;
}

export interface Likeness<T> {
  /** Equal for items that are the same. */
  key: (item: T) => string;
  /** From 0 to 1; 0 if one cannot have become the other. */
  similarity: (before: T, after: T) => number;
}

/** Below this, an item is rather removed and another one added than changed. */
const LEAST_SIMILARITY = 0.35;

/** So many pairs of items are compared at most; in a longer run only those that stand at about the same place. */
const MOST_COMPARISONS = 20_000;

/** Above this product of lengths a run is not paired at all: that is a rewrite. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs in reading order. Equal items are found first; between them, what was removed and what was added is paired
 * so that the sum of the similarities is greatest and the order of neither side is broken.
 */
export function align<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let removed: T[] = [];
  let added: T[] = [];
  let atBefore = 0;
  let atAfter = 0;
  const flush = (): void => {
    pairs.push(...pairRun(removed, added, likeness));
    removed = [];
    added = [];
  };
  for (const change of diffArrays(before.map(likeness.key), after.map(likeness.key))) {
    const count = change.value.length;
    if (change.removed) {
      removed.push(...before.slice(atBefore, atBefore + count));
      atBefore += count;
    } else if (change.added) {
      added.push(...after.slice(atAfter, atAfter + count));
      atAfter += count;
    } else {
      flush();
      for (let index = 0; index < count; index += 1)
        pairs.push({ before: before[atBefore + index] as T, after: after[atAfter + index] as T });
      atBefore += count;
      atAfter += count;
    }
  }
  flush();
  return pairs;
}

function pairRun<T>(removed: readonly T[], added: readonly T[], { similarity }: Likeness<T>): Pair<T>[] {
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > MOST_CELLS) {
    return [...removed.map((before) => ({ before })), ...added.map((after) => ({ after }))];
  }
  const width = added.length + 1;
  const slope = added.length / removed.length;
  const reach = MOST_COMPARISONS / removed.length / 2;
  const alike = removed.map((before, i) =>
    added.map((after, j) => (Math.abs(j - i * slope) <= reach ? similarity(before, after) : 0)),
  );
  // best[i * width + j]: the greatest sum for the items from i of `removed` and from j of `added`.
  const best = new Float64Array((removed.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] as number;
  const paired = (i: number, j: number): number => {
    const value = (alike[i] as number[])[j] as number;
    return value < LEAST_SIMILARITY ? -1 : value + at(i + 1, j + 1);
  };
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  }
  const pairs: Pair<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    if (paired(i, j) === at(i, j)) {
      pairs.push({ before: removed[i] as T, after: added[j] as T });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) === at(i, j)) {
      pairs.push({ before: removed[i] as T });
      i += 1;
    } else {
      pairs.push({ after: added[j] as T });
      j += 1;
    }
  }
  for (const before of removed.slice(i)) pairs.push({ before });
  for (const after of added.slice(j)) pairs.push({ after });
  return pairs;
}
