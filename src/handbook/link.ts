/** What a link in a body leads to. Authors write numbers and ids, never addresses. */
import type { Bilingual } from '../schema/primitives.ts';
import { clausePath, departmentPath, documentPath, rolePath, versionPath } from './address.ts';
import { goneHint } from './gone-names.ts';
import type { Document, Handbook } from './graph.ts';
import { findClause } from './resolve.ts';
import { nearest } from './suggest.ts';

export type LinkTarget =
  /** `document` is the number of the document led to, if it is one. */
  | { kind: 'internal'; path: string; document?: string }
  | { kind: 'external' }
  | { kind: 'broken'; message: Bilingual; hint?: Bilingual };

/** Sections of a procedure that are generated from its process card. */
export const generatedSections = ['2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '3', '6', '7'] as const;

/** The page of a document, or of one of its parts; in the handbook as an old version knew it, of the version then. */
export function pageOf(handbook: Handbook, { number, release }: Document, part?: string): string {
  const isToday = !handbook.former || handbook.former.today.documents.get(number)?.release === release;
  return isToday || !release ? documentPath(number, part) : versionPath(number, release.version, part);
}

/** The anchors of a document: those of its headings and of its generated sections, each with its part. */
export function anchorsOf(document: Document): Map<string, string | undefined> {
  const anchors = new Map<string, string | undefined>();
  const isSplit = document.parts.length > 1;
  document.parts.forEach((part, index) => {
    const page = isSplit && index > 0 ? part.name : undefined;
    for (const section of part.body.sections) if (!anchors.has(section.id)) anchors.set(section.id, page);
  });
  if (document.kind === 'procedure') for (const id of generatedSections) anchors.set(id, undefined);
  return anchors;
}

/**
 * Resolves a link as authors write it: `#5.3`, `HC-ITSM-B-21`, `HC-ITSM-B-21#5.3`, `role:incident-mgr`,
 * `department:YWB`, `clause:8.6.1` or `clause:iso20000-1:2018/8.6.1`, or an address of the web or of mail.
 * @param from the document that the link stands in
 */
export function resolveLink(handbook: Handbook, from: Document | undefined, url: string): LinkTarget {
  const target = decode(url);
  if (/^(https?|mailto|tel):/i.test(target)) return { kind: 'external' };
  if (target.startsWith('#')) return from ? inDocument(handbook, from, target.slice(1)) : broken(target);
  const [head = '', anchor] = target.split('#');
  // Outside there are documents only, so that the others stay text.
  if (handbook.profile?.external && !handbook.documents.has(head)) return broken(target);
  if (head.startsWith('role:')) {
    const id = head.slice(5);
    if (handbook.unread.has(`roles/${id}.mdx`)) return internal(rolePath(id));
    return byId(handbook, 'role', id, handbook.roles, rolePath);
  }
  if (head.startsWith('department:')) {
    const id = head.slice(11);
    if (handbook.unread.has('organisation/departments.yaml')) return internal(departmentPath(id));
    return byId(handbook, 'department', id, handbook.departments, departmentPath);
  }
  if (head.startsWith('clause:')) return toClause(handbook, head.slice(7));
  const document = handbook.documents.get(head);
  if (document) {
    return anchor === undefined
      ? { kind: 'internal', path: pageOf(handbook, document), document: head }
      : inDocument(handbook, document, anchor);
  }
  if (handbook.externals.has(head)) return internal(`/registers/external-documents/#${head.toLowerCase()}`);
  if (handbook.unreadable.has(head)) return internal(documentPath(head));
  return broken(target, nearest(head, handbook.documents.keys()));
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function internal(path: string): LinkTarget {
  return { kind: 'internal', path };
}

function broken(target: string, near?: string): LinkTarget {
  return {
    kind: 'broken',
    message: { zh: `链接“${target}”没有目标`, en: `The link “${target}” leads nowhere` },
    hint: near
      ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
      : {
          zh: '链接写成文件编号（可加 #章节号）、role:角色、department:部门、clause:条款号，或 https 地址。',
          en: 'Write a document number (with #section), role:id, department:id, clause:number, or an https address.',
        },
  };
}

function byId(
  handbook: Handbook,
  what: 'role' | 'department',
  id: string,
  known: ReadonlyMap<string, unknown>,
  path: (id: string) => string,
): LinkTarget {
  if (known.has(id)) return internal(path(id));
  const near = nearest(id, known.keys());
  return {
    kind: 'broken',
    message: { zh: `没有${what === 'role' ? '角色' : '部门'}“${id}”`, en: `There is no ${what} “${id}”` },
    hint:
      goneHint(handbook, what, id) ?? (near ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` } : undefined),
  };
}

function toClause(handbook: Handbook, reference: string): LinkTarget {
  const full = reference.includes('/') ? reference : `${handbook.standardsInForce[0]?.id}/${reference}`;
  const clause = findClause(handbook.standards, full);
  return clause ? internal(clausePath(clause.reference)) : broken(`clause:${reference}`);
}

function inDocument(handbook: Handbook, document: Document, anchor: string): LinkTarget {
  const anchors = anchorsOf(document);
  if (anchors.has(anchor)) {
    const path = `${pageOf(handbook, document, anchors.get(anchor))}#${anchor}`;
    return { kind: 'internal', path, document: document.number };
  }
  const near = nearest(anchor, anchors.keys());
  return {
    kind: 'broken',
    message: { zh: `${document.number} 中没有章节 #${anchor}`, en: `${document.number} has no section #${anchor}` },
    hint: near
      ? { zh: `是否想写“#${near}”？`, en: `Did you mean “#${near}”?` }
      : { zh: '锚点是标题的编号。', en: 'Anchors are the numbers of headings.' },
  };
}
