/** What a working text says about its own release, and what is to be added: signatures and days that it leaves out. */
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { ChangeEntry } from '../schema/document.ts';
import type { DocumentData } from '../schema/documents.ts';
import { steps } from '../schema/ledger.ts';
import type { Signature } from '../schema/primitives.ts';
import type { Edit } from './edit-yaml.ts';
import { unknownPerson, type Refusal } from './plan.ts';
import type { ReleaseRequest, Signed } from './release-request.ts';
import { firstVersion } from './version.ts';

/** A signature as it stands in front matter. */
export function signatureText({ by, on }: Signature): string {
  return `{ by: ${by}, on: ${on} }`;
}

/**
 * The signatures and days of a working text that states its version: its own, and for what it leaves out those of the
 * request, and the people that its change record names.
 */
export function statedVersion(
  library: Library,
  { data }: Document,
  request: ReleaseRequest,
): { signed: Signed; edits: Edit[] } | Refusal {
  const index = data.changes.length - 1;
  const entry = data.changes[index]!;
  if (entry.version !== data.version) {
    const first = firstVersion(library.working.settings.versions);
    return {
      refused: { zh: `修改记录没有 ${data.version} 的条目`, en: `The change record has no entry for ${data.version}` },
      hint: { zh: `新文件写 ${first} 新建。`, en: `A new document has an entry for ${first}.` },
    };
  }
  const contradiction = contradicted(data, entry, request);
  if (contradiction) return contradiction;
  const on = data.released ?? request.on ?? library.asOf;
  const signed: Signed = {
    prepared: data.prepared,
    reviewed: data.reviewed ?? { by: request.reviewed ?? entry.reviewed, on: request.reviewedOn ?? on },
    approved: data.approved ?? { by: request.approved ?? entry.approved, on: request.approvedOn ?? on },
    released: on,
    effective: data.effective ?? request.effective ?? on,
  };
  if (request.on !== undefined && !data.released && request.on < data.prepared.on) {
    return {
      refused: {
        zh: `--on ${request.on} 早于 ${data.number} 的编制日期 ${data.prepared.on}`,
        en: `--on ${request.on} is before ${data.number} was prepared, ${data.prepared.on}`,
      },
      hint: {
        zh: '发布不能早于编制：改正 --on，或编辑稿 prepared 和修改记录中的日期。',
        en: 'Nothing is released before it is prepared: correct --on, or the day in prepared and in the change record.',
      },
    };
  }
  const unknown = steps.find((step) => !library.working.people.has(signed[step].by));
  if (unknown) return unknownPerson(library.working, signed[unknown].by);
  const edits: Edit[] = [];
  for (const [step, after] of [
    ['reviewed', 'prepared'],
    ['approved', 'reviewed'],
  ] as const) {
    if (!data[step]) edits.push({ set: step, to: signatureText(signed[step]), after });
    if (entry[step] !== signed[step].by && !data[step]) {
      edits.push({ set: ['changes', index, step], to: signed[step].by });
    }
  }
  if (!data.released) edits.push({ set: 'released', to: signed.released, after: 'approved' });
  if (!data.effective) edits.push({ set: 'effective', to: signed.effective, after: 'released' });
  return { signed, edits };
}

/** An option that says something else than the text: which of the two was approved, only people know. */
function contradicted(data: DocumentData, entry: ChangeEntry, request: ReleaseRequest): Refusal | undefined {
  const pairs: [option: string, given: string | undefined, stated: string | undefined][] = [
    ['by', request.by, data.prepared.by],
    ['prepared-on', request.preparedOn, data.prepared.on],
    ['reviewed', request.reviewed, data.reviewed?.by],
    ['reviewed-on', request.reviewedOn, data.reviewed?.on],
    ['approved', request.approved, data.approved?.by],
    ['approved-on', request.approvedOn, data.approved?.on],
    ['on', request.on, data.released],
    ['effective', request.effective, data.effective],
  ];
  if (!request.joint) {
    pairs.push(
      ['summary', request.what, entry.what],
      ['reason', request.why, entry.why],
      ['change-request', request.changeRequest, entry.request],
    );
  }
  const found = pairs.find(([, given, stated]) => given !== undefined && stated !== undefined && given !== stated);
  if (!found) return undefined;
  const [option, given, stated] = found;
  return {
    refused: {
      zh: `编辑稿已写明 ${data.version}，其中是“${stated}”，与 --${option} ${given} 不符`,
      en: `The working text states ${data.version} with “${stated}”, which is not --${option} ${given}`,
    },
    hint: {
      zh: `改正编辑稿，或不写 --${option}。`,
      en: `Correct the working text, or leave --${option} out.`,
    },
  };
}
