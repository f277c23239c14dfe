/** Random choices that come out the same for the same seed. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  /** One of the items. @throws {Error} if there is none */
  pick: <T>(items: readonly T[]) => T;
  /** Different items, in the order of the list; all of them if there are not enough. */
  sample: <T>(items: readonly T[], count: number) => T[];
  /** The items in any order. */
  shuffle: <T>(items: readonly T[]) => T[];
  /** True with this probability. */
  chance: (probability: number) => boolean;
}

/** The generator mulberry32, started by a text. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    pick: (items) => {
      if (items.length === 0) throw new Error('Nothing to pick from');
      return items[whole(0, items.length - 1)]!;
    },
    sample: (items, count) => {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, items.length)) chosen.add(whole(0, items.length - 1));
      return [...chosen].sort((a, b) => a - b).map((index) => items[index]!);
    },
    shuffle: (items) => {
      const mixed = [...items];
      for (let end = mixed.length - 1; end > 0; end -= 1) {
        const other = whole(0, end);
        [mixed[end], mixed[other]] = [mixed[other]!, mixed[end]!];
      }
      return mixed;
    },
    chance: (probability) => next() < probability,
  };
}
