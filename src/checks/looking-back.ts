/** Whether a handbook is judged for a day that its registers have gone beyond. */
import type { Handbook } from '../handbook/graph.ts';

/**
 * True where something was recorded after `asOf`. The handbook of an earlier day is judged with the registers of today,
 * so a day ahead of it is no mistake then.
 */
export function isLookingBack({ asOf, releases, registers }: Handbook): boolean {
  return (
    releases.some(({ entry }) => asOf < entry.released) ||
    registers.reviews.some(({ on }) => asOf < on) ||
    registers['management-reviews'].some(({ on }) => asOf < on)
  );
}
