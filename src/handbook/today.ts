/** The day of the machine: the one place where the clock is read for it. */

/** Today as an ISO day, in the time zone of the machine. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
