/**
 * Replaces the components in a body by what they stand for, as mdast. Components are never compiled or run:
 * that keeps documents data, lets a redline compare what they show, and needs no bundler.
 */
import type { Blockquote, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { visit } from './visit.ts';
import { isOwnComponent, type ComponentName } from '../schema/components.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import { matrixTable } from './generated.ts';
import { joined, link, list, table, type Cell } from './nodes.ts';
import { outlineWords, titleIn } from './words.ts';

interface Use {
  handbook: Handbook;
  document: Document;
  props: Record<string, string>;
  children: RootContent[];
}

const components: Record<ComponentName, (use: Use) => RootContent[]> = {
  Note: note,
  ChangeRecord: changeRecord,
  ProcedureList: procedureList,
  ResponsibilityMatrix: ({ handbook }) => handbook.matrices.flatMap(({ data }) => matrixTable(handbook, data)),
  OrganisationChart: organisationChart,
  ClauseCorrespondence: clauseCorrespondence,
  DocumentedInformation: documentedInformation,
  ExternalDocuments: externalDocuments,
  Metrics: metrics,
};

/** Expands every component of a tree, in place. */
export function expandComponents(tree: Root, handbook: Handbook, document: Document): void {
  liftFromParagraphs(tree);
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (visited, index, parent) => {
    const node = visited as MdxJsxFlowElement;
    const component = components[node.name as ComponentName];
    if (!component || !parent || index === undefined) return undefined;
    const props: Record<string, string> = {};
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
        props[attribute.name] = attribute.value;
      }
    }
    const nodes = [
      ...(isOwnComponent(node.name as ComponentName) ? [] : [liveNote(handbook)]),
      ...component({ handbook, document, props, children: node.children as RootContent[] }),
    ];
    (parent.children as RootContent[]).splice(index, 1, ...nodes);
    return index + nodes.length;
  });
}

const liveNotes = {
  current: {
    zh: '以下内容由手册自动生成，随手册内容更新，不属于本版本经批准的文字。',
    en: 'This is generated from the handbook and changes with it; it is no part of the approved text of this version.',
  },
  former: {
    zh: '以下内容由手册自动生成，反映现在的情况，不是本版本发布时的情况。',
    en: 'This is generated from the handbook and shows how it stands now, not how it stood when this version was released.',
  },
};

/** What nobody has approved with the text, such as a list of all procedures, must not look as if somebody had. */
function liveNote({ settings, former }: Handbook): RootContent {
  const value = titleIn(settings.language, former ? liveNotes.former : liveNotes.current);
  return {
    type: 'paragraph',
    data: { hProperties: { className: ['live-note'] } },
    children: [{ type: 'text', value }],
  };
}

/** A component written on one line is parsed as part of a paragraph: takes the paragraph away around it. */
function liftFromParagraphs(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const elements = paragraph.children.filter((node) => node.type === 'mdxJsxTextElement');
    const isAlone = paragraph.children.every((node) => node.type === 'mdxJsxTextElement' || !toString(node).trim());
    if (!parent || index === undefined || elements.length === 0 || !isAlone) return undefined;
    const lifted = elements.map((node): MdxJsxFlowElement => ({
      ...node,
      type: 'mdxJsxFlowElement',
      children: node.children.length ? [{ type: 'paragraph', children: node.children }] : [],
    }));
    parent.children.splice(index, 1, ...lifted);
    return index + lifted.length;
  });
}

const noteTitles = {
  note: { zh: '注', en: 'Note' },
  caution: { zh: '注意', en: 'Caution' },
  example: { zh: '示例', en: 'Example' },
};

function note({ handbook, props, children }: Use): RootContent[] {
  const kind = (props['kind'] ?? 'note') as keyof typeof noteTitles;
  const title: PhrasingContent = {
    type: 'strong',
    children: [{ type: 'text', value: titleIn(handbook.settings.language, noteTitles[kind]) }],
  };
  const aside: Blockquote = {
    type: 'blockquote',
    data: { hName: 'aside', hProperties: { className: ['note', `note-${kind}`] } },
    children: [{ type: 'paragraph', children: [title] }, ...(children as Blockquote['children'])],
  };
  return [aside];
}

/** The name of a person; the id of one whom nobody knows. */
function personName({ people, settings }: Handbook, id: string): string {
  const person = people.get(id);
  return person ? titleIn(settings.language, person.data.name) : id;
}

function changeRecord({ handbook, document }: Use): RootContent[] {
  const zh = handbook.settings.language === 'zh-CN';
  const { separator } = outlineWords(handbook.settings.language);
  const name = (id: string) => personName(handbook, id);
  return [
    table(
      zh
        ? ['版本', '日期', '章节', '修改内容', '修改原因', '修改人', '审核人', '批准人', '更改申请']
        : ['Version', 'Date', 'Sections', 'What', 'Why', 'By', 'Reviewed', 'Approved', 'Request'],
      document.data.changes.map((change) => [
        change.version,
        change.date,
        change.sections.join(separator),
        change.what,
        change.why,
        name(change.by),
        name(change.reviewed),
        name(change.approved),
        change.request ?? '—',
      ]),
    ),
  ];
}

function procedureList({ handbook }: Use): RootContent[] {
  const { language } = handbook.settings;
  const zh = language === 'zh-CN';
  const { separator } = outlineWords(language);
  const procedures = [...handbook.documents.values()].filter(({ kind }) => kind === 'procedure');
  return [
    table(
      zh
        ? ['编号', '名称', '版本', '负责角色', '主要条款']
        : ['Number', 'Title', 'Version', 'Owner', 'Primary clauses'],
      procedures.map(({ number, data }) => {
        const role = handbook.roles.get(data.owner);
        return [
          number,
          link(number, titleIn(language, data.title)),
          data.version,
          role ? link(`role:${role.id}`, titleIn(language, role.data.title)) : data.owner,
          clauseLinks(data.clauses.primary, separator),
        ];
      }),
    ),
  ];
}

function clauseLinks(references: readonly string[], separator: string): Cell {
  return joined(
    references.map((reference) => {
      const [clause = ''] = reference.split('#');
      return link(`clause:${clause}`, clause.slice(clause.indexOf('/') + 1));
    }),
    separator,
  );
}

function organisationChart({ handbook }: Use): RootContent[] {
  const { language } = handbook.settings;
  const { colon, inBrackets, separator } = outlineWords(language);
  const tops = [...handbook.departments.values()].filter((department) => !department.parent);
  const item = (department: (typeof tops)[number]): Cell => [
    link(`department:${department.id}`, titleIn(language, department.data.title)),
    inBrackets(personName(handbook, department.data.head)),
    ...(department.children.length
      ? [
          colon,
          ...joined(
            department.children.map((child) => link(`department:${child.id}`, titleIn(language, child.data.title))),
            separator,
          ),
        ]
      : []),
  ];
  return [list(tops.map(item))];
}

function clauseCorrespondence({ handbook, props }: Use): RootContent[] {
  const { language } = handbook.settings;
  const [standard] = handbook.standardsInForce;
  const { separator, semicolon, title } = outlineWords(language);
  const other = handbook.standards.get(props['standard'] ?? '');
  if (!standard || !other) return [];
  return [
    table(
      [standard.data.reference, title, other.data.reference, title],
      standard.clauses
        .filter((clause) => clause.leaf)
        .map((clause) => {
          const numbers = clause.data.corresponds?.[other.id] ?? [];
          return [
            link(`clause:${clause.reference}`, clause.number),
            titleIn(language, clause.data.title),
            numbers.length ? numbers.join(separator) : '—',
            numbers
              .map((number) => titleIn(language, other.byNumber.get(number)?.data.title ?? { zh: '', en: '' }))
              .join(semicolon),
          ];
        }),
    ),
  ];
}

function documentedInformation({ handbook }: Use): RootContent[] {
  const { language } = handbook.settings;
  const zh = language === 'zh-CN';
  const words = outlineWords(language);
  return [
    table(
      zh
        ? ['条款', '要求的成文信息', '类别', '文件或记录']
        : ['Clause', 'Documented information', 'Kind', 'Document or record'],
      handbook.standardsInForce.flatMap((standard) =>
        standard.clauses.flatMap((clause) =>
          clause.data.information.map((item) => {
            const providers = handbook.providers.get(`${clause.reference}/${item.id}`) ?? [];
            return [
              link(`clause:${clause.reference}`, clause.number),
              titleIn(language, item.title),
              zh ? (item.kind === 'record' ? '记录' : '文件') : item.kind,
              joined(
                providers.map(({ number, data }) => link(number, `${number} ${titleIn(language, data.title)}`)),
                words.separator,
              ),
            ];
          }),
        ),
      ),
    ),
  ];
}

function externalDocuments({ handbook }: Use): RootContent[] {
  const { language } = handbook.settings;
  const zh = language === 'zh-CN';
  return [
    table(
      zh ? ['编号', '名称', '发布机构', '版本', '最近核对'] : ['Number', 'Title', 'Issuer', 'Edition', 'Last checked'],
      [...handbook.externals.values()].map((external) => [
        external.number,
        titleIn(language, external.title),
        titleIn(language, external.issuer),
        external.edition,
        external.checked,
      ]),
    ),
  ];
}

function metrics({ handbook }: Use): RootContent[] {
  const { language } = handbook.settings;
  const words = outlineWords(language);
  return [
    table(
      [words.metric, words.target, words.frequency, words.metricOwner, words.title],
      [...handbook.documents.values()].flatMap(({ number, data }) =>
        data.kind === 'procedure'
          ? data.process.metrics.map((metric) => [
              metric.name,
              metric.target,
              words.frequencies[metric.frequency],
              link(
                `role:${metric.owner}`,
                titleIn(
                  language,
                  handbook.roles.get(metric.owner)?.data.title ?? { zh: metric.owner, en: metric.owner },
                ),
              ),
              link(number, titleIn(language, data.title)),
            ])
          : [],
      ),
    ),
  ];
}
