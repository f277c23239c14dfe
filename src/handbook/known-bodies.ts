/** Bodies that were read before. While one writes (`handbook dev`), one file changes and hundreds do not. */
import { readBody, type Body } from './body.ts';
import type { SourceFile } from './source.ts';

const known = new Map<string, { text: string; body: Body }>();

/** What the body of a file holds; read again only if the file is another than the last time. */
export function bodyOf(source: SourceFile): Body {
  const last = known.get(source.file);
  if (last?.text === source.text) return last.body;
  const body = readBody(source);
  known.set(source.file, { text: source.text, body });
  return body;
}
