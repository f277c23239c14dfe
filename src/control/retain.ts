/** Plans the mark 作废保留: copies of a withdrawn document that are kept for reference, or no longer. */
import type { Library } from '../handbook/open.ts';
import { callOf } from './call.ts';
import { editYaml } from './edit-yaml.ts';
import { unknownDocument, type Plan, type Refusal } from './plan.ts';
import { registerPath } from './registers.ts';

export interface RetainRequest {
  number: string;
  retained: boolean;
  /** The register as it stands. */
  register: string;
}

/** What setting or taking away the mark would write, or why it is refused. */
export function planRetain(
  { working, folder }: Library,
  { number, retained, register }: RetainRequest,
): Plan | Refusal {
  const index = working.registers.withdrawals.findIndex(({ document }) => document === number);
  const entry = working.registers.withdrawals[index];
  if (!entry) {
    const known = [...working.documents.keys(), ...working.releases.map((release) => release.number)];
    if (!known.includes(number)) return unknownDocument(number, known);
    const call = callOf(`withdraw ${number} --reason …`, folder);
    return {
      refused: { zh: `${number} 没有作废`, en: `${number} is not withdrawn` },
      hint: {
        zh: `先作废：${call}`,
        en: `Withdraw it first: ${call}`,
      },
    };
  }
  if (entry.retained === retained) {
    return {
      refused: retained
        ? { zh: `${number} 已经标为作废保留`, en: `${number} is marked as retained already` }
        : { zh: `${number} 没有标为作废保留`, en: `${number} is not marked as retained` },
    };
  }
  const text = editYaml(register, [{ set: ['entries', index, 'retained'], to: String(retained) }]);
  return { changes: new Map([[registerPath('withdrawals'), Buffer.from(text)]]) };
}
