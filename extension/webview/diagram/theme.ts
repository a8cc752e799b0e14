// The colors of pictures: mermaid's own on light and dark, and those of the theme where
// somebody needs high contrast.
import type { MermaidConfig } from 'mermaid';

const isDark = () => /vscode-dark|vscode-high-contrast(?!-light)/.test(document.body.className);
const isHighContrast = () => document.body.className.includes('vscode-high-contrast');

function color(name: string, otherwise: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--vscode-${name}`).trim() || otherwise;
}

/** What lies behind a picture, for viewers that have no theme. */
export function background(): string {
  if (isHighContrast()) return color('editor-background', isDark() ? '#000000' : '#ffffff');
  return isDark() ? '#1e1e1e' : '#ffffff';
}

/** How mermaid is to draw. Labels in HTML cannot be drawn on a canvas, so pictures to keep go without. */
export function configuration(htmlLabels: boolean): MermaidConfig {
  const plain: MermaidConfig = {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels,
    flowchart: { htmlLabels },
  };
  if (!isHighContrast()) return { ...plain, theme: isDark() ? 'dark' : 'default' };
  return { ...plain, theme: 'base', themeVariables: highContrast() };
}

/** Lines and letters in the color of the text, on the color of the page. */
function highContrast(): Record<string, string | boolean> {
  const back = background();
  const text = color('foreground', isDark() ? '#ffffff' : '#000000');
  const line = color('contrastBorder', text);
  const fills = ['primaryColor', 'secondaryColor', 'tertiaryColor', 'mainBkg', 'noteBkgColor', 'edgeLabelBackground'];
  const lines = ['primaryBorderColor', 'secondaryBorderColor', 'tertiaryBorderColor', 'nodeBorder', 'noteBorderColor'];
  const texts = ['primaryTextColor', 'secondaryTextColor', 'tertiaryTextColor', 'noteTextColor', 'titleColor'];
  const all = (names: string[], value: string) => Object.fromEntries(names.map((name) => [name, value]));
  return {
    darkMode: isDark(),
    background: back,
    ...all([...fills, 'clusterBkg', 'actorBkg', 'labelBoxBkgColor', 'activationBkgColor'], back),
    ...all([...lines, 'clusterBorder', 'actorBorder', 'labelBoxBorderColor', 'activationBorderColor'], line),
    ...all([...texts, 'textColor', 'actorTextColor', 'labelTextColor', 'loopTextColor', 'signalTextColor'], text),
    ...all(['lineColor', 'signalColor', 'actorLineColor', 'defaultLinkColor'], text),
  };
}
