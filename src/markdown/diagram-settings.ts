/** Mermaid's settings, cut down to what our diagrams need. */
import type { MermaidConfig } from 'mermaid';

/** What of mermaid holds its settings; the rest of that object is deprecated. */
interface SettingsHolder {
  mermaidAPI: { updateSiteConfig: (changes: MermaidConfig) => MermaidConfig };
}

/** The kinds of diagrams that are allowed (diagram-source.ts), and the keys that the settings of a diagram may not change. */
const needed = ['flowchart', 'sequence', 'state', 'secure'];

/**
 * Takes the settings of all other kinds of diagrams away. Mermaid copies all settings, some 700 of them, for every
 * diagram and every box in it: that was four fifths of the time of checking diagrams and a quarter of that of drawing them.
 * @param isDrawn false if diagrams are only parsed, which takes no theme
 */
export function trimSettings({ mermaidAPI }: SettingsHolder, { isDrawn }: { isDrawn: boolean }): void {
  const settings = mermaidAPI.updateSiteConfig(isDrawn ? {} : { theme: 'null' }) as Record<string, unknown>;
  const kept = new Set(isDrawn ? [...needed, 'themeVariables'] : needed);
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value === 'object' && !kept.has(key)) delete settings[key];
  }
}
