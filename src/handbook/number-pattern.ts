/** The grammar of numbers as handbook.yaml gives it, which the whole number must match. */
export function numberPattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
