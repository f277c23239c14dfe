/** Who may sign a document: the signatories that handbook.yaml names in `approval`, resolved for one document. */
import type { Document, Handbook } from '../handbook/graph.ts';
import { numberPattern } from '../handbook/number-pattern.ts';
import type { DocumentData, Kind } from '../schema/documents.ts';
import type { ApprovalChain, ApprovalScope, DatedChain } from '../schema/handbook.ts';
import { steps, type Step } from '../schema/ledger.ts';
import type { Bilingual, Signature } from '../schema/primitives.ts';

/** What of a document decides which approval chain is its own. */
export type Chained = Pick<Document, 'kind' | 'number'> & { data: Pick<DocumentData, 'department'> };

/** The approval chain of a document that held on a day: that of the first scope that it fits, else that of its kind. */
export function chainOn({ settings }: Pick<Handbook, 'settings'>, document: Chained, day: string): ApprovalChain {
  const chain = settings.approval[document.kind];
  const { former, ...today } = chain.scopes.find((scope) => fitsScope(scope, document)) ?? chain;
  const [then] = former.filter(({ until }) => day <= until).sort((a, b) => (a.until < b.until ? -1 : 1));
  return then ?? today;
}

/** True if a scope is for a document: every selector that it gives fits. */
export function fitsScope({ departments, numbers }: ApprovalScope, { number, data }: Chained): boolean {
  if (departments && !departments.includes(data.department)) return false;
  return numbers === undefined || numberPattern(numbers).test(number);
}

/** An approval chain, and where it stands in handbook.yaml. */
export interface PlacedChain {
  kind: Kind;
  chain: DatedChain;
  /** Only for a scope. */
  departments: string[];
  path: (string | number)[];
}

/** All approval chains: those of the kinds, each followed by those of its scopes. */
export function allChains({ settings }: Pick<Handbook, 'settings'>): PlacedChain[] {
  return (Object.keys(settings.approval) as Kind[]).flatMap((kind) => {
    const chain = settings.approval[kind];
    const path = ['approval', kind];
    const scopes = chain.scopes.map((scope, index) => ({
      kind,
      chain: scope,
      departments: scope.departments ?? [],
      path: [...path, 'scopes', index],
    }));
    return [{ kind, chain, departments: [], path }, ...scopes];
  });
}

/** The steps that a chain wants different people to take; undefined if it does not say. */
export function distinctSteps({ distinct }: ApprovalChain): readonly Step[] | undefined {
  if (distinct === undefined) return undefined;
  if (distinct === true) return steps;
  return distinct || [];
}

/**
 * The steps that one person has taken although the chain wants different people.
 * @param signed step → person
 * @returns pairs, the earlier step first
 */
export function sameHands(
  chain: ApprovalChain,
  signed: Readonly<Record<Step, string | undefined>>,
): [first: Step, second: Step][] {
  const apart = steps.filter((step) => distinctSteps(chain)?.includes(step));
  return apart.flatMap((second, index) =>
    apart
      .slice(0, index)
      .filter((first) => signed[first] !== undefined && signed[first] === signed[second])
      .map((first): [Step, Step] => [first, second]),
  );
}

/**
 * True if it is known who a signatory is: while a name is misspelt (ROL-01), nobody can say who may sign.
 * @param signatory a role, `owner` or `department-head`
 */
export function isKnownSignatory(handbook: Handbook, { data }: Document, signatory: string): boolean {
  if (signatory === 'department-head') return handbook.departments.has(data.department);
  return handbook.roles.has(signatory === 'owner' ? data.owner : signatory);
}

/** True if a person was, on the day of signing, what a signatory asks for. The person must exist. */
export function maySign(handbook: Handbook, document: Document, signatory: string, { by, on }: Signature): boolean {
  if (signatory === 'department-head') return wasHead(handbook, document.data.department, by, on);
  const role = signatory === 'owner' ? document.data.owner : signatory;
  return handbook.people
    .get(by)!
    .data.roles.some((held) => held.role === role && held.from <= on && (!held.until || on <= held.until));
}

function wasHead(handbook: Handbook, id: string, person: string, day: string): boolean {
  const department = handbook.departments.get(id)?.data;
  if (!department) return false;
  if (department.head === person && (department.headSince ?? day) <= day) return true;
  return department.formerHeads.some((head) => head.person === person && head.from <= day && day <= head.until);
}

/** How a signatory is called in a message. */
export function signatoryName(handbook: Handbook, document: Document, signatory: string): Bilingual {
  if (signatory === 'department-head') {
    const department = handbook.departments.get(document.data.department)?.data.title;
    return {
      zh: `${department?.zh ?? document.data.department}负责人`,
      en: `the head of ${department?.en ?? document.data.department}`,
    };
  }
  const role = signatory === 'owner' ? document.data.owner : signatory;
  return handbook.roles.get(role)?.data.title ?? { zh: role, en: role };
}

/** What the steps of an approval are called. */
export const stepNames: Readonly<Record<Step, Bilingual>> = {
  prepared: { zh: '编制', en: 'preparation' },
  reviewed: { zh: '审核', en: 'review' },
  approved: { zh: '批准', en: 'approval' },
};

/** Who may take a step of a document, if the person who did was none of them. */
export interface Unauthorised {
  /** Those who may, as handbook.yaml has them: a role, `owner` or `department-head`. */
  signatories: readonly string[];
  /** Their names. */
  allowed: Bilingual[];
}

/**
 * Whether a person may take a step on a day: what APP-01 judges and `approve` asks for.
 * @returns undefined if so, or if nobody can say because a name does not exist (ROL-01)
 */
export function unauthorised(
  handbook: Handbook,
  document: Document,
  step: Step,
  signature: Signature,
): Unauthorised | undefined {
  if (step === 'prepared' || !handbook.people.has(signature.by)) return undefined;
  const signatories = chainOn(handbook, document, signature.on)[step];
  if (!signatories.every((signatory) => isKnownSignatory(handbook, document, signatory))) return undefined;
  if (signatories.some((signatory) => maySign(handbook, document, signatory, signature))) return undefined;
  return { signatories, allowed: signatories.map((signatory) => signatoryName(handbook, document, signatory)) };
}
