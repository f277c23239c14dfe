/** Where everything stands on the process map: lanes in three columns, curves between the procedures. Plain numbers. */
import { curves, sideRoom, type Box, type Place } from './process-map-curves.ts';

export type { Box };

/** A procedure, and what stands in its box. */
export interface MapProcess {
  number: string;
  title: string;
  href: string;
}

/** A curve between two boxes, seen from one of them. */
export interface MapFlow {
  path: string;
  /** Arrow heads: at the end of the curve, at its beginning. */
  out: boolean;
  in: boolean;
  /** The box at the other end, and what is handed over, cut to the box. */
  box: Box;
  title: string;
  label: string;
}

export interface ProcessMap {
  width: number;
  height: number;
  /** The title in one or two lines. */
  lanes: (Box & { title: string[] })[];
  processes: (MapProcess & { box: Box; shown: string; flows: MapFlow[] })[];
  /** Every curve once, to be drawn below the boxes. */
  paths: string[];
}

const columns = 3;
const box = { width: 300, height: 48, gap: 10 };
const lane = { padding: 14, head: 24, line: 18, gapX: 92, gapY: 44 };
const margin = { x: sideRoom, y: 8 };
const laneWidth = box.width + 2 * lane.padding;
/** Characters of full width in a line of a box, at 14 and 12 units. */
const room = { title: 19.5, lane: 20, label: 22.5 };

/** Between two procedures, in both directions. */
interface Pair {
  from: string;
  to: string;
  given: string[];
  taken: string[];
}

/**
 * Lays out the map.
 * @param groups the lanes with their procedures, in reading order
 * @param flows what one procedure gives to another, by number
 * @param list joins several things into one text
 */
export function processMap(
  groups: readonly { title: string; processes: readonly MapProcess[] }[],
  flows: readonly { from: string; what: string; to: string }[],
  list: (items: readonly string[]) => string,
): ProcessMap {
  const lanes: ProcessMap['lanes'] = [];
  const heads: Place[] = [];
  const places = new Map<string, Place & { process: MapProcess }>();
  let y = margin.y;
  for (let row = 0; row * columns < groups.length; row += 1) {
    const inRow = groups.slice(row * columns, (row + 1) * columns);
    const most = Math.max(...inRow.map(({ processes }) => processes.length));
    const titles = inRow.map(({ title }) => inLines(title, room.lane));
    const head = lane.head + lane.line * Math.max(...titles.map(({ length }) => length));
    const height = head + most * (box.height + box.gap) - box.gap + lane.padding;
    inRow.forEach(({ processes }, column) => {
      const x = margin.x + column * (laneWidth + lane.gapX);
      lanes.push({ x, y, width: laneWidth, height, title: titles[column]! });
      heads.push({ box: { x: x + lane.padding, y, width: box.width, height: head }, column });
      processes.forEach((process, index) => {
        const top = y + head + index * (box.height + box.gap);
        const place = { x: x + lane.padding, y: top, width: box.width, height: box.height };
        places.set(process.number, { process, box: place, column });
      });
    });
    y += height + lane.gapY;
  }
  const pairs = pairsOf(flows.filter(({ from, to }) => from !== to && places.has(from) && places.has(to)));
  const height = y - lane.gapY + margin.y;
  const paths = curves(
    pairs.map(({ from, to }) => ({ from: places.get(from)!, to: places.get(to)! })),
    [...heads, ...places.values()],
    height,
  );
  return {
    width: 2 * margin.x + columns * laneWidth + (columns - 1) * lane.gapX,
    height,
    lanes,
    processes: [...places.values()].map(({ process, box: place }) => ({
      ...process,
      box: place,
      shown: fitted(process.title, room.title),
      flows: pairs
        .map((pair, index) => ({ ...pair, path: paths[index]! }))
        .filter(({ from, to }) => from === process.number || to === process.number)
        .map((pair): MapFlow => {
          const isFrom = pair.from === process.number;
          const other = places.get(isFrom ? pair.to : pair.from)!;
          const [given, taken] = isFrom ? [pair.given, pair.taken] : [pair.taken, pair.given];
          const labels = [...(taken.length ? [`← ${list(taken)}`] : []), ...(given.length ? [`→ ${list(given)}`] : [])];
          return {
            path: pair.path,
            out: pair.given.length > 0,
            in: pair.taken.length > 0,
            box: other.box,
            title: fitted(other.process.title, room.title),
            label: fitted(labels.join(' '), room.label),
          };
        }),
    })),
    paths,
  };
}

function pairsOf(flows: readonly { from: string; what: string; to: string }[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { from, what, to } of flows) {
    const back = pairs.get(`${to} ${from}`);
    if (back) {
      back.taken.push(what);
      continue;
    }
    const pair = pairs.get(`${from} ${to}`) ?? { from, to, given: [], taken: [] };
    pair.given.push(what);
    pairs.set(`${from} ${to}`, pair);
  }
  return [...pairs.values()];
}

/** A text in one line, or in two that are broken between words, but not behind the number of a clause. */
function inLines(text: string, width: number): string[] {
  if (fitted(text, width) === text) return [text];
  const words = text.split(/(?<=、|[^\d.] )/);
  let first = '';
  while (words.length > 1 && fitted(first + words[0], width) === first + words[0]) first += words.shift();
  const second = fitted(words.join(''), width);
  return first ? [first.trimEnd(), second] : [second];
}

/** A text cut to a number of full-width characters; Latin letters count as a little over half of one. */
export function fitted(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(character) ? 1 : 0.56;
    if (used > width) return `${kept.slice(0, -1).trimEnd()}…`;
    kept += character;
  }
  return text;
}
