/** Mermaid's settings, cut down to what our diagrams need. */
import type { MermaidConfig } from 'mermaid';

/** What of mermaid holds its settings; the rest of that object is deprecated. */
interface SettingsHolder {
  mermaidAPI: { updateSiteConfig: (changes: MermaidConfig) => MermaidConfig };
}

/** The kinds of diagrams that are allowed (diagram-source.ts), and the keys that the settings of a diagram may not change. */
const needed = new Set(['flowchart', 'sequence', 'state', 'secure', 'themeVariables']);

/**
 * Takes the settings of all other kinds of diagrams away. Mermaid copies all settings, some 700 of them, for every
 * diagram and every box in it: that was six sevenths of the time of a check of diagrams and half of that of drawing them.
 * @param changes what else to set
 */
export function trimSettings({ mermaidAPI }: SettingsHolder, changes: MermaidConfig = {}): void {
  const settings = mermaidAPI.updateSiteConfig(changes) as Record<string, unknown>;
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value === 'object' && !needed.has(key)) delete settings[key];
  }
  if (changes.theme === 'null') delete settings['themeVariables'];
}
