/** Numbers in texts of the interface. */

/** A text with a number in it. */
export function counted(text: string, count: number | string): string {
  return text.replace('#', String(count));
}

/** A number, or `22+` if there are more that were not counted. */
export function atLeast(count: number, isCut: boolean): string {
  return isCut ? `${count}+` : String(count);
}
