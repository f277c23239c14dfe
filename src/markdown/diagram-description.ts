/** What a flowchart says, as text: the ways from box to box, for readers who do not see it. */

/** A name and the shape around its label: `A["text"]`, `B{text}`, `C([text])`. */
const node = /^([\p{L}\p{N}_.-]+?)\s*(?:[[({>/\\]+\s*"?([^"\])}]*?)"?\s*[\])}/\\]+)?(?::::\w+)?$/u;
/** Between boxes: `-->`, `-->|yes|`, `-- yes -->`, and the dotted and thick lines. */
const connector =
  /\s*(?:--|-\.|==)\s+([^-=.|][^|]*?)\s+(?:-->|\.->|==>|---)\s*|\s*(?:-->|-\.->|==>|---|-\.-)\s*(?:\|"?([^|"]*)"?\|\s*)?/gu;

/**
 * The ways of a flowchart in the order of its code: `受理 → 分类；能否解决？（能）→ 关闭`.
 * @returns undefined if the code is no flowchart or has no connection that can be told in words
 */
export function describeFlow(code: string): string | undefined {
  if (!/^\s*(?:flowchart|graph)\b/m.test(code)) return undefined;
  const labels = new Map<string, string>();
  const ways: { from: string; to: string; label: string }[] = [];
  for (const line of code.split(/\n|;/)) {
    const { boxes, connections } = partsOf(line.trim());
    const names = boxes.map((group) => group.split(/\s+&\s+/).map((box) => nameOf(box, labels)));
    if (!connections.length || names.flat().includes(undefined)) continue;
    connections.forEach((label, index) => {
      for (const from of names[index]!) for (const to of names[index + 1]!) ways.push({ from: from!, to: to!, label });
    });
  }
  const text = (name: string) => labels.get(name) ?? name;
  const told = ways.map(({ from, to, label }) => `${text(from)}${label && `（${label}）`} → ${text(to)}`);
  return told.length ? told.join('；') : undefined;
}

/** A line cut at its connectors. */
function partsOf(line: string): { boxes: string[]; connections: string[] } {
  // Labels may hold what looks like a connector: they are put aside while the line is cut.
  const quoted: string[] = [];
  const bare = line.replaceAll(/"[^"]*"/g, (text) => `"${quoted.push(text.slice(1, -1)) - 1}"`);
  const restored = (text: string) => text.replaceAll(/"(\d+)"/g, (_, index) => quoted[Number(index)] ?? '');
  const matches = [...bare.matchAll(connector)];
  const starts = [0, ...matches.map(({ index, 0: match }) => index + match.length)];
  const ends = [...matches.map(({ index }) => index), bare.length];
  return {
    boxes: starts.map((start, index) => restored(bare.slice(start, ends[index])).trim()),
    connections: matches.map(([, before, after]) => restored(before ?? after ?? '').trim()),
  };
}

/** The name of a box; its label, if the line gives one, is kept. */
function nameOf(box: string, labels: Map<string, string>): string | undefined {
  const [, name, label] = node.exec(box) ?? /^([\p{L}\p{N}_.-]+?)[[({]+(.*?)[\])}]+$/u.exec(box) ?? [];
  if (name && label) labels.set(name, label.replaceAll(/<br\s*\/?>/g, '').trim());
  return name;
}
