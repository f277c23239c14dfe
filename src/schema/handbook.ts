/** handbook.yaml: the organisation, and the rules that hold for all its documents. */
import { z } from 'zod';
import { checkSettings } from './checks.ts';
import { steps } from './ledger.ts';
import { bilingual, clauseReference, day, departmentId, id, text, optionalList } from './primitives.ts';
import { profile } from './profile.ts';

const regularExpression = text.refine(
  (value) => {
    try {
      return Boolean(new RegExp(value));
    } catch {
      return false;
    }
  },
  { params: { expected: 'regular-expression' } },
);

/** Who may sign: a role, or `owner` (the document's owner role), or `department-head` (of the lead department). */
const signatory = text;

const signatories = z.strictObject({
  reviewed: z.array(signatory).min(1),
  approved: z.array(signatory).min(1),
  /** Steps that different people must take; `true` for all three, `false` if one person may take them all. */
  distinct: z.union([z.boolean(), z.array(z.enum(steps)).min(2)]).optional(),
});

const datedSignatories = signatories.extend({
  /** What held before, each until a day, so that what was signed then stays valid. */
  former: optionalList(signatories.extend({ until: day })),
});

/**
 * A chain of its own for some documents of a kind: those that fit every selector that is given. It takes nothing from
 * the chain of the kind, neither `distinct` nor `former`.
 */
const approvalScope = datedSignatories
  .extend({
    /** Codes of lead departments. */
    departments: z.array(departmentId).min(1).optional(),
    /** Regular expression that the whole number must match. */
    numbers: regularExpression.optional(),
  })
  .refine(({ departments, numbers }) => departments ?? numbers, { params: { expected: 'scope' } });

export const approvalChain = datedSignatories.extend({
  /** For a document that fits several, the first holds; for one that fits none, the chain of the kind. */
  scopes: optionalList(approvalScope),
});

const exclusion = z.strictObject({
  clause: clauseReference,
  justification: text,
  approved: id,
  until: day,
});

export const handbookFile = z.strictObject({
  organisation: z.strictObject({
    name: bilingual,
    /** True for an invented organisation; every page says so. */
    fictional: z.boolean().default(false),
    address: bilingual.optional(),
    about: bilingual,
  }),
  /** The name of the management system, shown as the title of the site. */
  title: bilingual,
  /** Language of the documents and of messages. */
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** The standards in force: the rules hold for these. */
  standards: z
    .array(
      z.strictObject({
        id: text,
        /** From which day on the handbook claims to meet it; from the beginning if there is none. Until then gaps, and references to what is not released yet, are warnings. */
        since: day.optional(),
        exclusions: optionalList(exclusion),
      }),
    )
    .min(1),
  /** kind → regular expression that the whole number must match. */
  numbering: z.strictObject({
    manual: regularExpression,
    policy: regularExpression,
    matrix: regularExpression,
    procedure: regularExpression,
    instruction: regularExpression,
    plan: regularExpression,
    form: regularExpression,
    external: regularExpression,
  }),
  versions: z.strictObject({
    /** `letter-digit` is A/0, A/1 … B/0; `decimal` is 1.0, 1.1 … 2.0. */
    scheme: z.enum(['letter-digit', 'decimal']).default('letter-digit'),
    /** The highest revision of an edition; the next change needs a new edition. */
    lastRevision: z.int().min(1).default(9),
    /** True if every change after the first version needs the number of a document change request (VER-06). */
    changeRequests: z.boolean().default(false),
  }),
  /** From the most open to the most closed. */
  classifications: z.array(z.strictObject({ id, title: bilingual })).min(1),
  /** The sites that can be made of this handbook for different readers: `handbook build --profile`. */
  profiles: optionalList(profile),
  /** kind → who reviews and who approves. */
  approval: z.strictObject({
    manual: approvalChain,
    policy: approvalChain,
    matrix: approvalChain,
    procedure: approvalChain,
    instruction: approvalChain,
    plan: approvalChain,
    form: approvalChain,
  }),
  /** Which steps must be signed with an SSH key, of every version that is released from a day on (SIG-02). */
  signatures: z.strictObject({ required: z.array(z.enum(steps)).min(1), since: day }).optional(),
  /** Parties outside the organisation's roles and departments that inputs come from and outputs go to. */
  parties: optionalList(z.strictObject({ id, title: bilingual })),
  checks: checkSettings.prefault({}),
});

export type HandbookData = z.infer<typeof handbookFile>;
export type ApprovalChain = z.infer<typeof signatories>;
export type DatedChain = z.infer<typeof datedSignatories>;
export type ApprovalScope = z.infer<typeof approvalScope>;
