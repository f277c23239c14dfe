/** Plans a release: what would be written, or why it is refused. Nothing is written here. */
import { stringify } from 'yaml';
import { canonicalBytes, releaseHash, type CanonicalFile } from '../handbook/canonical.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { historyFolder, ledgerPath, versionFolder } from '../handbook/releases.ts';
import { SourceFile } from '../handbook/source.ts';
import type { Bilingual, Signature } from '../schema/primitives.ts';
import { editYaml, type Edit } from './edit-yaml.ts';
import { appendEntry } from './ledger.ts';
import { newestRelease, workingState } from './state.ts';
import { firstVersion, isSuccessor, nextVersions } from './version.ts';

export interface ReleaseRequest {
  number: string;
  /** The next edition instead of the next revision. */
  edition: boolean;
  /** What changed and why, for the change record; needed unless the working text already holds the entry. */
  what?: string;
  why?: string;
  /** Sections that changed; found by comparison if not given. */
  sections: string[];
  /** Number of the document change request. */
  changeRequest?: string;
  /** Who signs, by id of a person; whoever signed the last version if not given. */
  by?: string;
  reviewed?: string;
  approved?: string;
  /** ISO days. */
  on: string;
  effective: string;
}

export interface ReleasePlan {
  number: string;
  version: string;
  before: string | undefined;
  /** Path relative to the content folder → bytes. */
  files: Map<string, Buffer>;
  hash: string;
}

export type Refusal = { refused: Bilingual; hint?: Bilingual };

/**
 * What releasing a document would write: the working text with its new version and change record, the frozen copy,
 * and the ledger. A working text that already states its next version (or the first) is frozen as it stands.
 */
export function planRelease(library: Library, request: ReleaseRequest): ReleasePlan | Refusal {
  const { number } = request;
  const document = library.working.documents.get(number);
  if (!document) return { refused: { zh: `没有文件 ${number}`, en: `There is no document ${number}` } };
  const newest = newestRelease(library.working, number);
  if (newest && newest.actualHash !== newest.entry.hash) {
    return {
      refused: {
        zh: `${number} ${newest.version} 的冻结文本被改动过（VER-05）`,
        en: `The frozen text of ${number} ${newest.version} was changed (VER-05)`,
      },
    };
  }
  if (workingState(library, document) === 'released') {
    return {
      refused: {
        zh: `${number} 与发布版 ${newest?.version} 没有差别`,
        en: `${number} is the same as its release ${newest?.version}`,
      },
      hint: {
        zh: '定期评审后没有修改的，在 registers/reviews.yaml 中记录，不升版。',
        en: 'Record a periodic review without change in registers/reviews.yaml; the version stays.',
      },
    };
  }
  const rules = library.working.settings.versions;
  const stated = document.data.version;
  const isStated = newest ? isSuccessor(newest.version, stated, rules) : true;
  if (isStated) return planStated(library, document, newest?.version);
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
  const sections = request.edition ? ['全文'] : request.sections;
  if (sections.length === 0) {
    return {
      refused: { zh: '没有指出修改的章节', en: 'The changed sections are not named' },
      hint: { zh: '用 --sections 5.3,2.7 指出。', en: 'Name them with --sections 5.3,2.7.' },
    };
  }
  const people = {
    by: request.by ?? data.prepared.by,
    reviewed: request.reviewed ?? data.reviewed?.by,
    approved: request.approved ?? data.approved?.by,
  };
  for (const [key, id] of Object.entries(people)) {
    if (id && library.working.people.has(id)) continue;
    return {
      refused: { zh: `没有人员“${id ?? ''}”（${key}）`, en: `There is no person “${id ?? ''}” (${key})` },
      hint: { zh: '人员的标识见 organisation/people.yaml。', en: 'Ids of people are in organisation/people.yaml.' },
    };
  }
  const { on, effective } = request;
  const signed = (id: string | undefined) => `{ by: ${id}, on: ${on} }`;
  const entry: Record<string, unknown> = { version, date: on, sections, what, why, ...people };
  if (request.changeRequest) entry['request'] = request.changeRequest;
  const edits: Edit[] = [
    { set: 'version', to: version },
    { set: 'prepared', to: signed(people.by) },
    { set: 'reviewed', to: signed(people.reviewed), after: 'prepared' },
    { set: 'approved', to: signed(people.approved), after: 'reviewed' },
    { set: 'released', to: on, after: 'approved' },
    { set: 'effective', to: effective, after: 'released' },
    { append: 'changes', item: stringify(entry, { lineWidth: 0 }).trimEnd() },
  ];
  const main = document.parts[0]!.source;
  const text = main.text.replace(main.yaml, () => editYaml(main.yaml, edits));
  const edited: Document = {
    ...document,
    parts: document.parts.map((part, index) =>
      index === 0 ? { ...part, source: new SourceFile(main.file, text) } : part,
    ),
  };
  const signatures = {
    prepared: { by: people.by, on },
    reviewed: { by: people.reviewed!, on },
    approved: { by: people.approved!, on },
  };
  return freeze(library, edited, version, data.version, { ...signatures, released: on, effective }, text);
}

function planStated(library: Library, document: Document, before: string | undefined): ReleasePlan | Refusal {
  const { data } = document;
  const { prepared, reviewed, approved, released, effective, version } = data;
  if (!reviewed || !approved || !released || !effective) {
    return {
      refused: {
        zh: '审核、批准、发布日期或实施日期不全',
        en: 'Review, approval, release date or effective date is missing',
      },
      hint: {
        zh: '在 front matter 中补齐 reviewed、approved、released、effective。',
        en: 'Complete reviewed, approved, released and effective in the front matter.',
      },
    };
  }
  if (data.changes.at(-1)?.version !== version) {
    const first = firstVersion(library.working.settings.versions);
    return {
      refused: { zh: `修改记录没有 ${version} 的条目`, en: `The change record has no entry for ${version}` },
      hint: { zh: `新文件写 ${first} 新建。`, en: `A new document has an entry for ${first}.` },
    };
  }
  return freeze(library, document, version, before, { prepared, reviewed, approved, released, effective });
}

interface Signed {
  prepared: Signature;
  reviewed: Signature;
  approved: Signature;
  released: string;
  effective: string;
}

function freeze(
  library: Library,
  document: Document,
  version: string,
  before: string | undefined,
  signed: Signed,
  mainText?: string,
): ReleasePlan {
  const { number, kind } = document;
  const frozen: CanonicalFile[] = document.parts.map((part) => ({
    name: fileName(part.source.file),
    bytes: canonicalBytes(part.source.text),
  }));
  const hash = releaseHash(frozen);
  const files = new Map(
    frozen.map(({ name, bytes }) => [`${historyFolder}/${number}/${versionFolder(version)}/${name}`, bytes]),
  );
  if (mainText !== undefined) {
    const main = document.parts[0]!.source.file;
    const folder = library.working.settingsSource.file.slice(0, -'handbook.yaml'.length);
    files.set(main.slice(folder.length), Buffer.from(mainText));
  }
  const entry = { number, version, kind, ...signed, hash };
  files.set(ledgerPath, Buffer.from(appendEntry(library.ledger?.text ?? '', entry)));
  return { number, version, before, files, hash };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
