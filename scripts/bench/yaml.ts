/** Values as YAML in the style of the sample handbook: short values on one line, long ones in blocks. */

const longest = 110;

/** A mapping as the lines of a YAML file. Undefined values and empty lists are left out. */
export function toYaml(data: Record<string, unknown>): string {
  return `${mapping(data, '').join('\n')}\n`;
}

function mapping(data: Record<string, unknown>, indent: string): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const line = `${indent}${scalar(key)}: ${flow(value)}`;
    const isShort = typeof value !== 'object' || value === null || (isFlat(value) && line.length <= longest);
    if (isShort) return [line];
    const inner = Array.isArray(value)
      ? list(value, `${indent}  `)
      : mapping(value as Record<string, unknown>, `${indent}  `);
    return [`${indent}${scalar(key)}:`, ...inner];
  });
}

function list(items: readonly unknown[], indent: string): string[] {
  return items.flatMap((item) => {
    const line = `${indent}- ${flow(item)}`;
    if (typeof item !== 'object' || item === null || (isFlat(item) && line.length <= longest)) return [line];
    const [first = '', ...rest] = mapping(item as Record<string, unknown>, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** True for a list or mapping that holds nothing but scalars and lists of them. */
function isFlat(value: object): boolean {
  return Object.values(value).every(
    (item) => typeof item !== 'object' || item === null || (Array.isArray(item) && isFlat(item)),
  );
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{ ${entries.map(([key, item]) => `${scalar(key)}: ${flow(item)}`).join(', ')} }`;
  }
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** A text, in quotes where YAML would read something else than a text; days are texts to the core schema. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}\d][^:#,[\]{}'"&*!|>%@`\n]*$/u.test(text) && !/^[\d.]+$|^(true|false|null|yes|no)$|\s$/i.test(text);
  return isPlain || /^[a-z0-9.-]+:\d{4}\/[^\s,]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
