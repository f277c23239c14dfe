/** The next number of a kind, from the grammar in handbook.yaml and all numbers that were ever used. */
import { byNumber } from '../handbook/resolve.ts';

/** So many numbers are gone through at most; a grammar with more is counted up from the numbers that exist. */
const MOST_CANDIDATES = 100_000;

/**
 * The number after the greatest one that was used; where the grammar has none after it, the first that never was.
 * @param pattern regular expression that the whole number must match
 * @param used every number that there is or ever was
 * @param fixed name of a group of the expression → what must stand there (`procedure` → `21`)
 * @returns undefined if all are used, or if the expression does not say what a first number looks like
 */
export function nextNumber(
  pattern: string,
  used: ReadonlySet<string>,
  fixed: Readonly<Record<string, string>> = {},
): string | undefined {
  const places = placesOf(pattern, fixed);
  const count = places?.reduce((product, place) => product * place.length, 1) ?? Infinity;
  if (!places || count > MOST_CANDIDATES) return countedUp(pattern, used, fixed);
  let afterLast: string | undefined;
  let firstFree: string | undefined;
  for (const number of combinations(places)) {
    // Nobody counts from 00.
    if (/(?:^|\D)0+$/.test(number)) continue;
    if (used.has(number)) afterLast = undefined;
    else {
      firstFree ??= number;
      afterLast ??= number;
    }
  }
  return afterLast ?? firstFree;
}

/** The greatest number that fits the grammar, with its last figures counted up. */
function countedUp(
  pattern: string,
  used: ReadonlySet<string>,
  fixed: Readonly<Record<string, string>>,
): string | undefined {
  const grammar = new RegExp(`^(?:${pattern})$`);
  const fits = (number: string) => {
    const match = grammar.exec(number);
    return match !== null && Object.entries(fixed).every(([name, text]) => (match.groups?.[name] ?? text) === text);
  };
  const last = [...used].filter(fits).sort(byNumber).at(-1);
  const figures = last && /\d+$/.exec(last)?.[0];
  if (!last || !figures) return undefined;
  const head = last.slice(0, -figures.length);
  const next = head + String(Number(figures) + 1).padStart(figures.length, '0');
  return fits(next) && !used.has(next) ? next : undefined;
}

function* combinations(places: readonly (readonly string[])[]): Generator<string> {
  const [first, ...rest] = places;
  if (!first) yield '';
  else for (const text of first) for (const end of combinations(rest)) yield text + end;
}

/** What may stand at each place, in order; undefined for an expression without a fixed length. */
function placesOf(pattern: string, fixed: Readonly<Record<string, string>>): string[][] | undefined {
  const reader = new Reader(pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''), fixed);
  try {
    const places = reader.alternatives();
    return reader.isDone() ? places : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported extends Error {}

const digits = [...'0123456789'];

/** Reads the part of regular expressions that grammars of numbers need: figures, classes, groups, `{2}`. */
class Reader {
  readonly #text: string;
  readonly #fixed: Readonly<Record<string, string>>;
  #at = 0;

  constructor(text: string, fixed: Readonly<Record<string, string>>) {
    this.#text = text;
    this.#fixed = fixed;
  }

  isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  /** One sequence, or several of which one may stand. */
  alternatives(): string[][] {
    const found = [this.#sequence()];
    while (this.#take('|')) found.push(this.#sequence());
    return found.length === 1 ? found[0]! : [found.flatMap((places) => [...combinations(places)])];
  }

  #sequence(): string[][] {
    const places: string[][] = [];
    while (!this.isDone() && !'|)'.includes(this.#text[this.#at]!)) places.push(...this.#repeated(this.#item()));
    return places;
  }

  #repeated(places: string[][]): string[][] {
    const times = /^\{(\d+)\}/.exec(this.#text.slice(this.#at));
    if (times) this.#at += times[0].length;
    else if (/^[*+?{]/.test(this.#text.slice(this.#at))) throw new Unsupported();
    return Array.from({ length: times ? Number(times[1]) : 1 }, () => places).flat();
  }

  #item(): string[][] {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return [this.#class()];
    if (this.#take('\\')) return [this.#escaped()];
    const character = this.#next();
    if ('.^$'.includes(character)) throw new Unsupported();
    return [[character]];
  }

  #group(): string[][] {
    const name = /^\?<([A-Za-z]\w*)>/.exec(this.#text.slice(this.#at));
    if (name) this.#at += name[0].length;
    else if (!this.#take('?:') && this.#text[this.#at] === '?') throw new Unsupported();
    const places = this.alternatives();
    if (!this.#take(')')) throw new Unsupported();
    const text = name ? this.#fixed[name[1]!] : undefined;
    return text === undefined ? places : [[text]];
  }

  #class(): string[] {
    const found: string[] = [];
    if (this.#text[this.#at] === '^') throw new Unsupported();
    while (!this.#take(']')) {
      if (this.#take('\\')) {
        found.push(...this.#escaped());
        continue;
      }
      const from = this.#next();
      const isRange = this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']';
      const until = isRange ? this.#text[(this.#at += 2) - 1]! : from;
      for (let code = from.charCodeAt(0); code <= until.charCodeAt(0); code += 1) found.push(String.fromCharCode(code));
    }
    return found;
  }

  #escaped(): string[] {
    const character = this.#next();
    if (character === 'd') return digits;
    if (/\w/.test(character)) throw new Unsupported();
    return [character];
  }

  #take(text: string): boolean {
    const isNext = this.#text.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }

  #next(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new Unsupported();
    this.#at += 1;
    return character;
  }
}
