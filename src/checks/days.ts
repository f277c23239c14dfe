/** Days counted and written for people. */

/** Whole days from one ISO day to a later one. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** “12 months” with its number, as an English sentence needs it. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Whole months from one ISO day to a later one. */
export function monthsBetween(from: string, until: string): number {
  const [[y = 0, m = 0, d = 0], [year = 0, month = 0, day = 0]] = [from, until].map((text) =>
    text.split('-').map(Number),
  ) as [number[], number[]];
  return (year - y) * 12 + month - m - (day < d ? 1 : 0);
}
