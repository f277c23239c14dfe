/** The grammar of numbers as handbook.yaml gives it, which the whole number must match. */
export function numberPattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

/** True if a text is a document number by its shape, `HC-ITSM-B-21`. */
export function looksLikeNumber(text: string): boolean {
  return /^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(text);
}
