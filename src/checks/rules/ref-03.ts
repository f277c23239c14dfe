import type { Document, Handbook } from '../../handbook/graph.ts';
import type { Procedure } from '../../schema/procedure.ts';
import { nearest } from '../../handbook/suggest.ts';
import { lettersOf } from '../sentences.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/** What a procedure gives to another one, that one takes under the same name, and the other way round (brief 001-24). */
export const ref03: Rule = {
  id: 'REF-03',
  severity: 'warning',
  title: { zh: '过程接口两边一致', en: 'Interfaces of procedures agree on both sides' },
  reason: {
    zh: '一边说交出去了，另一边不知道要接，工作就停在两个过程之间；审核员正是沿着接口查的。',
    en: 'If one side hands over what the other does not expect, the work stops in between, which is where auditors look.',
  },
  remedy: {
    zh: '在另一程序的 process.inputs 或 outputs 中补上同名的一项，或改成同一名称。',
    en: 'Add an entry of the same name to inputs or outputs of the other procedure, or use one name on both sides.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-23.mdx',
    wrong: 'inputs:\n  - { name: 重复事件, from: [HC-ITSM-B-21] }   # B-21 的输出写作“重复事件与重大事件线索”',
    right: 'inputs:\n  - { name: 重复事件与重大事件线索, from: [HC-ITSM-B-21] }',
  },
  *check(handbook) {
    const procedures = [...handbook.documents.values()].filter(isProcedure);
    const gaps = procedures.flatMap((document) => [...given(handbook, document), ...taken(handbook, document)]);
    const byPair = Map.groupBy(gaps, ({ from, to }) => `${from.number} ${to.number}`);
    for (const pair of byPair.values()) yield* reports(pair);
  },
};

type ProcedureDocument = Document & { data: Procedure };

function isProcedure(document: Document): document is ProcedureDocument {
  return document.data.kind === 'procedure';
}

/** Something that one side names and the other does not. */
interface Gap {
  from: ProcedureDocument;
  to: ProcedureDocument;
  side: 'output' | 'input';
  name: string;
  row: number;
  index: number;
}

/** The outputs to other procedures that those do not take. */
function* given(handbook: Handbook, from: ProcedureDocument): Generator<Gap> {
  for (const [row, { name, to: targets }] of from.data.process.outputs.entries()) {
    for (const [index, number] of targets.entries()) {
      const to = handbook.documents.get(number);
      if (!to || !isProcedure(to) || to === from) continue;
      const isTaken = to.data.process.inputs.some(
        (input) => isSame(input.name, name) && names(input.from, from.number),
      );
      if (!isTaken) yield { from, to, side: 'output', name, row, index };
    }
  }
}

/** The inputs from other procedures that those do not give. */
function* taken(handbook: Handbook, to: ProcedureDocument): Generator<Gap> {
  for (const [row, { name, from: sources }] of to.data.process.inputs.entries()) {
    for (const [index, number] of sources.entries()) {
      const from = handbook.documents.get(number);
      if (!from || !isProcedure(from) || from === to) continue;
      const isGiven = from.data.process.outputs.some(
        (output) => isSame(output.name, name) && names(output.to, to.number),
      );
      if (!isGiven) yield { from, to, side: 'input', name, row, index };
    }
  }
}

function isSame(a: string, b: string): boolean {
  return a === b || lettersOf(a) === lettersOf(b);
}

function names(endpoints: readonly string[], number: string): boolean {
  return endpoints.includes(number) || endpoints.includes('all');
}

/** What is missing between two procedures. An output and an input of nearly the same name are one mistake. */
function* reports(gaps: readonly Gap[]): Generator<Report> {
  const inputs = new Map(gaps.filter(({ side }) => side === 'input').map((gap) => [gap.name, gap]));
  for (const gap of gaps) {
    if (gap.side !== 'output') continue;
    const near = nearest(gap.name, inputs.keys()) ?? shortened(gap.name, inputs.keys());
    if (near === undefined) {
      yield missing(gap);
      continue;
    }
    inputs.delete(near);
    yield renamed(gap, near);
  }
  for (const gap of inputs.values()) yield missing(gap);
}

/** One name is the other with some letters left out: 重复事件线索 for 重复事件与重大事件线索. */
function shortened(name: string, candidates: Iterable<string>): string | undefined {
  return [...candidates].find((other) => isWithin(other, name) || isWithin(name, other));
}

function isWithin(short: string, long: string): boolean {
  let at = -1;
  return [...short].length >= 4 && [...short].every((letter) => (at = long.indexOf(letter, at + 1)) >= 0);
}

function renamed({ from, to, name, row }: Gap, near: string): Report {
  return {
    place: placeIn(from, 'process', 'outputs', row, 'name'),
    document: from.number,
    message: {
      zh: `给 ${to.number} 的输出“${name}”，在 ${to.number} ${to.data.title.zh} 的输入中写作“${near}”`,
      en: `The output “${name}” to ${to.number} is called “${near}” among the inputs of ${to.number}`,
    },
    hint: { zh: '两边改成同一名称。', en: 'Use one name on both sides.' },
  };
}

function missing({ from, to, side, name, row, index }: Gap): Report {
  const isOutput = side === 'output';
  const [own, other] = isOutput ? [from, to] : [to, from];
  const { inputs, outputs } = other.data.process;
  const entries = isOutput
    ? inputs.map((input) => ({ name: input.name, ends: input.from }))
    : outputs.map((output) => ({ name: output.name, ends: output.to }));
  const sameName = entries.some((entry) => isSame(entry.name, name));
  const known = entries.filter(({ ends }) => ends.includes(own.number)).map((entry) => entry.name);
  const [list, key] = isOutput ? ['inputs', 'from'] : ['outputs', 'to'];
  const listed = known.length ? `（现有：${known.join('、')}）` : '';
  const listedEn = known.length ? ` (it has: ${known.join(', ')})` : '';
  return {
    place: placeIn(own, 'process', isOutput ? 'outputs' : 'inputs', row, isOutput ? 'to' : 'from', index),
    document: own.number,
    message: isOutput
      ? {
          zh: `输出“${name}”给 ${other.number} ${other.data.title.zh}，但它的输入中没有来自 ${own.number} 的“${name}”`,
          en: `The output “${name}” goes to ${other.number}, which has no input “${name}” from ${own.number}`,
        }
      : {
          zh: `输入“${name}”来自 ${other.number} ${other.data.title.zh}，但它的输出中没有给 ${own.number} 的“${name}”`,
          en: `The input “${name}” comes from ${other.number}, which has no output “${name}” to ${own.number}`,
        },
    hint: sameName
      ? {
          zh: `在 ${other.number} 的 process.${list} 中，给“${name}”的 ${key} 加上 ${own.number}。`,
          en: `Add ${own.number} to ${key} of “${name}” in process.${list} of ${other.number}.`,
        }
      : {
          zh: `在 ${other.number} 的 process.${list} 中补上 { name: ${name}, ${key}: [${own.number}] }${listed}，或从这里删除 ${other.number}。`,
          en: `Add { name: ${name}, ${key}: [${own.number}] } to process.${list} of ${other.number}${listedEn}, or delete ${other.number} here.`,
        },
  };
}
