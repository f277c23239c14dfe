/** The curves of the process map: from box to box, around whatever else stands there. Plain numbers. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something that stands in a column of the map. */
export interface Place {
  box: Box;
  column: number;
}

/** Room at the sides of the map for curves between boxes of one column. */
export const sideRoom = 64;
/** Lines side by side in one gap stand about so far apart. */
const trackGap = 4;
/** So much longer a line may be rather than lie on another one. */
const detour = 60;

/**
 * A path for each line, which ends at the sides of its two boxes and passes through no other one.
 * @param standing all boxes and the heads of the lanes
 * @param height that of the map
 */
export function curves(
  lines: readonly { from: Place; to: Place }[],
  standing: readonly Place[],
  height: number,
): string[] {
  /** Columns that are passed → their gaps. The same lines of height are shared by all that pass them. */
  const passages = new Map<string, Passage | undefined>();
  return lines.map(({ from, to }) => {
    if (from.column === to.column) return bow(from, to);
    const [first, last] = [from.column, to.column].sort((a, b) => a - b) as [number, number];
    const key = `${first} ${last}`;
    if (!passages.has(key)) passages.set(key, passage(standing.filter(isBetween(first, last)), height));
    return across(from.box, to.box, to.column > from.column, passages.get(key));
  });
}

function isBetween(first: number, last: number): (place: Place) => boolean {
  return ({ column }) => first < column && column < last;
}

/** Within a column: out to the outer side and back. */
function bow({ box: a, column }: Place, { box: b }: Place): string {
  const isLeft = column === 0;
  const [ya, yb] = [middle(a), middle(b)];
  const x = isLeft ? a.x : a.x + a.width;
  const out = round(x + Math.min(sideRoom - 6, 24 + Math.abs(yb - ya) / 10) * 1.25 * (isLeft ? -1 : 1));
  return `M${x} ${ya}C${out} ${ya} ${out} ${yb} ${x} ${yb}`;
}

/** Columns that lines pass, and the heights at which nothing stands there. */
interface Passage {
  left: number;
  right: number;
  tracks: { y: number; lines: number }[];
}

function passage(standing: readonly Place[], height: number): Passage | undefined {
  const boxes = standing.map(({ box }) => box).sort((a, b) => a.y - b.y);
  if (!boxes.length) return undefined;
  let free = 0;
  const tracks = [...boxes, { y: height, height: 0 }].flatMap((box) => {
    const room = box.y - free;
    const count = Math.floor(room / trackGap);
    const gap = Array.from({ length: count }, (_, at) => ({
      y: round(free + (room * (at + 1)) / (count + 1)),
      lines: 0,
    }));
    free = Math.max(free, box.y + box.height);
    return gap;
  });
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    tracks,
  };
}

/** From the side of one box to the facing side of the other; past columns between them through one of their gaps. */
function across(a: Box, b: Box, isRight: boolean, past: Passage | undefined): string {
  const [ya, yb] = [middle(a), middle(b)];
  const xa = isRight ? a.x + a.width : a.x;
  const xb = isRight ? b.x : b.x + b.width;
  const bend = (x1: number, y1: number, x2: number, y2: number) => {
    const half = round((x1 + x2) / 2);
    return `C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
  };
  if (!past) return `M${xa} ${ya}${bend(xa, ya, xb, yb)}`;
  const length = ({ y, lines }: Passage['tracks'][number]) => Math.abs(ya - y) + Math.abs(yb - y) + lines * detour;
  const track = past.tracks.reduce((best, other) => (length(other) < length(best) ? other : best));
  track.lines += 1;
  const [near, far] = isRight ? [past.left, past.right] : [past.right, past.left];
  return `M${xa} ${ya}${bend(xa, ya, near, track.y)}L${far} ${track.y}${bend(far, track.y, xb, yb)}`;
}

function middle({ y, height }: Box): number {
  return y + height / 2;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
