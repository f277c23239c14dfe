/** The periods for which results are reported: `2025`, `2025-H1`, `2025-Q3`, `2025-07`. */
import { addMonths, dayBefore } from './state.ts';

export interface ReportingPeriod {
  label: string;
  /** How many months it has: 1, 3, 6 or 12. */
  months: number;
  /** ISO days, both within the period. */
  from: string;
  until: string;
}

/** Reads a label that keeps to the schema of objectives. */
export function reportingPeriod(label: string): ReportingPeriod {
  const [year = '', rest = ''] = label.split('-');
  const months = rest === '' ? 12 : rest.startsWith('H') ? 6 : rest.startsWith('Q') ? 3 : 1;
  const place = Number(rest.replace(/\D/g, '')) || 1;
  return periodFrom(`${year}-${String((place - 1) * months + 1).padStart(2, '0')}-01`, months);
}

/** The period that follows at once and is as long. */
export function followingPeriod({ until, months }: ReportingPeriod): ReportingPeriod {
  const [year = '', month = ''] = addMonths(until, 1).split('-');
  return periodFrom(`${year}-${month}-01`, months);
}

/** The period of a length that holds a day. */
export function periodHolding(day: string, months: number): ReportingPeriod {
  const [year = '', month = ''] = day.split('-');
  const first = Math.floor((Number(month) - 1) / months) * months + 1;
  return periodFrom(`${year}-${String(first).padStart(2, '0')}-01`, months);
}

function periodFrom(from: string, months: number): ReportingPeriod {
  const [year = '', month = ''] = from.split('-');
  const place = (Number(month) - 1) / months + 1;
  const rest = { 12: '', 6: `-H${place}`, 3: `-Q${place}`, 1: `-${month}` }[months] ?? '';
  return { label: `${year}${rest}`, months, from, until: dayBefore(addMonths(from, months)) };
}
