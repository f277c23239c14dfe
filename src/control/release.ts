/** Plans a release: what would be written, or why it is refused. Nothing is written here. */
import { stringify } from 'yaml';
import { canonicalBytes, releaseHash, type CanonicalFile } from '../handbook/canonical.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { historyFolder, ledgerPath, namesFile, notBefore, versionFolder } from '../handbook/releases.ts';
import { SourceFile } from '../handbook/source.ts';
import type { LedgerEntry, Step } from '../schema/ledger.ts';
import { callOf } from './call.ts';
import { dayAhead } from './days-ahead.ts';
import { editYaml, type Edit } from './edit-yaml.ts';
import { appendEntries } from './ledger.ts';
import { namesToFreeze } from './names.ts';
import {
  contentPath,
  frozenChanged,
  isRefusal,
  unknownDocument,
  unknownPerson,
  type Plan,
  type Refusal,
} from './plan.ts';
import { preparerOf } from './preparer.ts';
import type { ReleaseRequest, Signed } from './release-request.ts';
import { requiredSteps } from './signature.ts';
import { newestRelease, workingState } from './state.ts';
import { statedVersion, signatureText } from './stated-version.ts';
import { isSuccessor, nextVersions } from './version.ts';

export interface ReleasePlan extends Plan {
  number: string;
  version: string;
  before: string | undefined;
  effective: string;
  hash: string;
  /** The line of the ledger. */
  entry: Omit<LedgerEntry, 'previous'>;
}

/**
 * What releasing a document would write: the working text with its new version and change record, the frozen copy,
 * and the ledger. A working text that already states its next version (or the first) is frozen as it stands, but for
 * signatures and days that it does not state yet.
 */
export function planRelease(library: Library, request: ReleaseRequest): ReleasePlan | Refusal {
  const { number } = request;
  const document = library.working.documents.get(number);
  if (!document) return unknownDocument(number, library.working.documents.keys());
  const newest = newestRelease(library.working, number);
  if (newest && newest.actualHash !== newest.entry.hash) return frozenChanged(newest);
  if (workingState(library, document) === 'released') {
    return {
      refused: {
        zh: `${number} 与发布版 ${newest?.version} 没有差别`,
        en: `${number} is the same as its release ${newest?.version}`,
      },
      hint: {
        zh: `定期评审后没有修改的，用 ${callOf(`review ${number}`, library.folder)} 记入 registers/reviews.yaml，不升版。`,
        en: `Record a periodic review without change in registers/reviews.yaml with ${callOf(`review ${number}`, library.folder)}; the version stays.`,
      },
    };
  }
  const rules = library.working.settings.versions;
  const stated = document.data.version;
  const isStated = newest ? isSuccessor(newest.version, stated, rules) : true;
  if (isStated) return planStated(library, document, newest?.version, request);
  if (newest && stated !== newest.version) {
    return {
      refused: {
        zh: `编辑稿的版本 ${stated} 接不上发布版 ${newest.version}`,
        en: `The working text says ${stated}, which does not follow ${newest.version}`,
      },
      hint: {
        zh: `改回 ${newest.version}，发布时自动升版。`,
        en: `Set it back to ${newest.version}; release raises it.`,
      },
    };
  }
  const next = nextVersions(stated, rules);
  const version = request.edition ? next.edition : next.revision;
  if (!version) {
    return {
      refused: {
        zh: `${stated} 已是本版次的最后一次修改（上限 ${rules.lastRevision}）`,
        en: `${stated} is the last revision of its edition (limit ${rules.lastRevision})`,
      },
      hint: { zh: '用 --edition 换版。', en: 'Release a new edition with --edition.' },
    };
  }
  return planNext(library, document, version, request);
}

/** Several releases in one step, and in their order in the ledger. */
export interface ReleasesPlan extends Plan {
  /** `toSign`: what handbook.yaml wants signed with a key, and by whom. */
  releases: (ReleasePlan & { toSign: { step: Step; by: string }[] })[];
}

/**
 * What releasing documents together would write. A new procedure and its forms name each other, so that neither can be
 * released alone; and what one change request changed in several documents takes effect as a whole.
 */
export function planReleases(library: Library, requests: readonly ReleaseRequest[]): ReleasesPlan | Refusal {
  const releases: ReleasesPlan['releases'] = [];
  let above = library.releases.at(-1)?.notBefore;
  for (const request of requests) {
    const plan = planRelease(library, request);
    if (isRefusal(plan)) return plan;
    const { entry } = plan;
    above = notBefore(above, entry.released);
    const toSign = requiredSteps(library.working, { notBefore: above }).map((step) => ({ step, by: entry[step].by }));
    releases.push({ ...plan, toSign });
  }
  const changes = new Map(releases.flatMap((plan) => [...plan.changes]));
  const entries = releases.map(({ entry }) => entry);
  if (entries.length) changes.set(ledgerPath, Buffer.from(appendEntries(library.ledger?.text ?? '', entries)));
  return { releases, changes };
}

function planNext(
  library: Library,
  document: Document,
  version: string,
  request: ReleaseRequest,
): ReleasePlan | Refusal {
  const { data } = document;
  const { what, why } = request;
  if (!what || !why) {
    return {
      refused: { zh: '缺少修改内容或原因', en: 'What changed, or why, is missing' },
      hint: {
        zh: '用 --summary "修改了什么" --reason "为什么修改" 说明，写入修改记录。',
        en: 'Say it with --summary "what changed" --reason "why"; it goes into the change record.',
      },
    };
  }
  const all = library.working.settings.language === 'en' ? 'all' : '全文';
  const sections = request.edition ? [all] : (request.sections ?? request.changed);
  const unchanged = request.edition ? undefined : sections.find((section) => !isChanged(section, request.changed));
  if (unchanged !== undefined) {
    const changed = request.changed.join('、') || '—';
    return {
      refused: { zh: `章节“${unchanged}”没有修改`, en: `Section “${unchanged}” did not change` },
      hint: { zh: `与发布版不同的章节：${changed}。`, en: `Sections that differ from the release: ${changed}.` },
    };
  }
  if (sections.length === 0) {
    return {
      refused: { zh: '没有指出修改的章节', en: 'The changed sections are not named' },
      hint: { zh: '用 --sections 5.3,2.7 指出。', en: 'Name them with --sections 5.3,2.7.' },
    };
  }
  const on = request.on ?? library.asOf;
  const by = request.by ?? preparerOf(library.working, document, request.preparedOn ?? on);
  if (typeof by !== 'string') return by;
  const people = {
    by,
    reviewed: request.reviewed ?? data.reviewed?.by,
    approved: request.approved ?? data.approved?.by,
  };
  const unknown = Object.values(people).find((id) => !id || !library.working.people.has(id));
  if (unknown !== undefined || !people.reviewed || !people.approved) {
    return unknownPerson(library.working, unknown ?? '');
  }
  const effective = request.effective ?? on;
  const signatures = {
    prepared: { by: people.by, on: request.preparedOn ?? on },
    reviewed: { by: people.reviewed, on: request.reviewedOn ?? on },
    approved: { by: people.approved, on: request.approvedOn ?? on },
  };
  const entry: Record<string, unknown> = { version, date: signatures.prepared.on, sections, what, why, ...people };
  if (request.changeRequest) entry['request'] = request.changeRequest;
  const edits: Edit[] = [
    { set: 'version', to: version },
    { set: 'prepared', to: signatureText(signatures.prepared) },
    { set: 'reviewed', to: signatureText(signatures.reviewed), after: 'prepared' },
    { set: 'approved', to: signatureText(signatures.approved), after: 'reviewed' },
    { set: 'released', to: on, after: 'approved' },
    { set: 'effective', to: effective, after: 'released' },
    { append: 'changes', item: stringify(entry, { lineWidth: 0 }).trimEnd() },
  ];
  return freeze(library, edited(document, edits), version, data.version, { ...signatures, released: on, effective });
}

/** True for a section that changed, one that holds or is in such a one, and for words that no comparison knows (封面). */
function isChanged(section: string, changed: readonly string[]): boolean {
  if (!/^(?:附件|附录)?\d/.test(section)) return true;
  return changed.some((name) => name === section || name.startsWith(`${section}.`) || section.startsWith(`${name}.`));
}

function planStated(
  library: Library,
  document: Document,
  before: string | undefined,
  request: ReleaseRequest,
): ReleasePlan | Refusal {
  const stated = statedVersion(library, document, request);
  if (isRefusal(stated)) return stated;
  return freeze(library, edited(document, stated.edits), document.data.version, before, stated.signed);
}

/** A document with its front matter edited; itself if there is nothing to edit. */
function edited(document: Document, edits: readonly Edit[]): Document {
  if (!edits.length) return document;
  const [main, ...others] = document.parts;
  const { file, text, yaml } = main!.source;
  const source = new SourceFile(
    file,
    text.replace(yaml, () => editYaml(yaml, edits)),
  );
  return { ...document, parts: [{ ...main!, source }, ...others] };
}

function freeze(
  library: Library,
  document: Document,
  version: string,
  before: string | undefined,
  signed: Signed,
): ReleasePlan | Refusal {
  const { number, kind } = document;
  const refusal = dayAhead(`${number} ${version}`, signed, library.asOf);
  if (refusal) return refusal;
  const names = namesToFreeze(library.working, document);
  const frozen: CanonicalFile[] = document.parts.map((part) => ({
    name: fileName(part.source.file),
    bytes: canonicalBytes(part.source.text),
  }));
  if (names) frozen.push({ name: namesFile, bytes: names });
  const hash = releaseHash(frozen);
  const folder = `${historyFolder}/${number}/${versionFolder(version)}`;
  const changes = new Map<string, Buffer>(frozen.map(({ name, bytes }) => [`${folder}/${name}`, bytes]));
  const [main] = document.parts;
  const working = library.working.documents.get(number)?.parts[0];
  if (main && main !== working) {
    changes.set(contentPath(library.working, main.source.file), Buffer.from(main.source.text));
  }
  const entry = { number, version, kind, ...signed, hash };
  changes.set(ledgerPath, Buffer.from(appendEntries(library.ledger?.text ?? '', [entry])));
  return { number, version, before, effective: signed.effective, changes, hash, entry };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
