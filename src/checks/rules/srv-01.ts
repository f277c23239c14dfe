import type { Document, Handbook, Part, Registers } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';

type Service = Registers['services'][number];

/**
 * The services of the register, of the scope statement, of the catalogue and of the agreements are the same (brief
 * R23). The scope statement and the catalogue are the documents that say with `provides` that they are; each names
 * every service by its title. An agreement names it by title or id, or refers to the catalogue. The other way round, a
 * service in one of these texts is known by an id such as SVC-05, and the register has it. Without a register of
 * services nothing is compared.
 */
export const srv01: Rule = {
  id: 'SRV-01',
  severity: 'error',
  title: {
    zh: '范围声明、服务目录、协议与登记的服务一致',
    en: 'Scope, catalogue, agreements and register have the same services',
  },
  reason: {
    zh: '范围声明写四项服务、目录列五项、协议只签三项：认证范围说不清，是外部审核常见的不符合。',
    en: 'Four services in the scope, five in the catalogue, three under agreement: a finding that external audits often make.',
  },
  remedy: {
    zh: '按实际提供的服务改正范围声明、服务目录、服务级别协议和 registers/services.yaml。',
    en: 'Correct scope statement, catalogue, agreements and registers/services.yaml after the services really provided.',
  },
  example: {
    file: 'policies/HC-ITSM-A-05.mdx',
    wrong: '| SVC-01 | 应用运维 |\n| SVC-05 | 云灾备服务 |',
    right: '| SVC-01 | 应用系统运维服务 |',
  },
  *check(handbook) {
    const { services } = handbook.registers;
    if (services.length === 0) return;
    const scope = providing(handbook, 'scope-statement');
    const catalogue = providing(handbook, 'service-catalogue');
    for (const service of services) {
      yield* unnamed(service, scope, { zh: '范围声明', en: 'scope statement' });
      yield* unnamed(service, catalogue, { zh: '服务目录', en: 'service catalogue' });
      yield* agreement(handbook, service, catalogue);
    }
    const agreements = services.flatMap((service) => handbook.documents.get(service.agreement) ?? []);
    yield* unregistered(services, [...new Set([...scope, ...catalogue, ...agreements])]);
  },
};

/** The documents that are a certain documented information of any standard. */
function providing(handbook: Handbook, information: string): Document[] {
  const found = [...handbook.providers].filter(([reference]) => reference.endsWith(`/${information}`));
  // The record made with a form is no text that could name services.
  return [...new Set(found.flatMap(([, documents]) => documents))].filter(({ kind }) => kind !== 'form');
}

/** Texts that belong together name a service if one of them does: a scope may be a policy and a section of the manual. */
function* unnamed(service: Service, documents: readonly Document[], what: Bilingual): Generator<Report> {
  const [document] = documents;
  if (!document || documents.some((candidate) => says(candidate, [service.title.zh, service.title.en]))) return;
  const line = documents.flatMap((candidate) => linesWith(candidate, service.id))[0];
  yield {
    place: service.place('title'),
    document: document.number,
    message: {
      zh: `${what.zh} ${document.number} 没有写服务“${service.title.zh}”（${service.id}）`,
      en: `The ${what.en} ${document.number} does not name the service “${service.title.en}” (${service.id})`,
    },
    hint: line
      ? {
          zh: `${line.file}:${line.line} 提到 ${service.id}，但没有写这个名称：两处写同一个名称。`,
          en: `${line.file}:${line.line} has ${service.id} without this name: give the same name in both.`,
        }
      : {
          zh: `提供这项服务的，补入${what.zh}；不提供的，从登记表中删除。`,
          en: `Add it to the ${what.en} if it is provided, or take it out of the register.`,
        },
  };
}

function* agreement(handbook: Handbook, service: Service, catalogue: readonly Document[]): Generator<Report> {
  const document = handbook.documents.get(service.agreement);
  // That there is no such document is for REF-01.
  if (!document || says(document, [service.title.zh, service.title.en, service.id])) return;
  const refersTo = new Set([
    ...document.data.related,
    ...document.parts.flatMap(({ body }) => body.mentions.map(({ title }) => handbook.numberByTitle.get(title))),
  ]);
  if (catalogue.some(({ number }) => refersTo.has(number))) return;
  yield {
    place: service.place('agreement'),
    document: document.number,
    message: {
      zh: `服务“${service.title.zh}”（${service.id}）的协议 ${document.number} 既没有写这项服务，也没有引用服务目录`,
      en: `${document.number}, the agreement on “${service.title.en}” (${service.id}), neither names the service nor refers to the catalogue`,
    },
    hint: {
      zh: `在 ${document.number} 中写明服务名称，或改正 agreement。`,
      en: `Name the service in ${document.number}, or correct agreement.`,
    },
  };
}

/** Services by id in the texts that the register does not have. */
function* unregistered(services: readonly Service[], documents: readonly Document[]): Generator<Report> {
  const ids = new Set(services.map(({ id }) => id));
  const prefixes = [...new Set(services.map(({ id }) => id.slice(0, id.lastIndexOf('-'))))];
  const pattern = new RegExp(`(?<![A-Za-z0-9-])(?:${prefixes.join('|')})-\\d+(?![\\d-])`, 'g');
  for (const document of documents) {
    const seen = new Set<string>();
    for (const part of document.parts) {
      for (const { id, line, column } of idsIn(part, pattern)) {
        if (ids.has(id) || seen.has(id)) continue;
        seen.add(id);
        yield {
          place: part.source.bodyPlace(line, column),
          document: document.number,
          message: {
            zh: `${document.number} 写的服务 ${id} 没有登记`,
            en: `The service ${id} in ${document.number} is not in the register`,
          },
          hint: {
            zh: `登记的是 ${[...ids].join('、')}：写错的改正；提供这项服务的，补入 registers/services.yaml；不提供的，从文中删除。`,
            en: `The register has ${[...ids].join(', ')}: correct it if it is misspelt, add it to registers/services.yaml if it is provided, or delete it here.`,
          },
        };
      }
    }
  }
}

function idsIn({ source }: Part, pattern: RegExp): { id: string; line: number; column: number }[] {
  return source.body
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(pattern)].map((match) => ({ id: match[0], line: index + 1, column: match.index + 1 })),
    );
}

function says(document: Document, words: readonly string[]): boolean {
  return document.parts.some(({ source }) => words.some((word) => source.body.includes(word)));
}

function linesWith(document: Document, id: string): { file: string; line: number }[] {
  const pattern = new RegExp(`${id}(?!\\d)`, 'g');
  return document.parts.flatMap((part) =>
    idsIn(part, pattern).map(({ line, column }) => part.source.bodyPlace(line, column)),
  );
}
