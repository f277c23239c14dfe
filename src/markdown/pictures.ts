/** The pictures of diagrams that stand outside of a text, as in a comparison. */
import { checkDiagram, renderDiagram, type DiagramOptions } from './diagrams.ts';

/**
 * Code → SVG element, of all codes that can be drawn.
 * @param codes those of diagrams; what is undefined or no diagram is passed over
 */
export async function diagramPictures(
  codes: readonly (string | undefined)[],
  options: DiagramOptions,
): Promise<Record<string, string>> {
  const pictures: Record<string, string> = {};
  for (const code of new Set(codes)) {
    if (code === undefined || (await checkDiagram(code, options))) continue;
    pictures[code] = await renderDiagram(code, options);
  }
  return pictures;
}
