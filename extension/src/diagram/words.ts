// The words of the diagram panel, in the language of VS Code.
import * as vscode from 'vscode';

/** The words of the page. The script finds them in the attribute of its element. */
export const words = () => ({
  tools: vscode.l10n.t('Diagram'),
  zoomIn: vscode.l10n.t('Zoom in'),
  zoomOut: vscode.l10n.t('Zoom out'),
  fit: vscode.l10n.t('Fit'),
  fitToWindow: vscode.l10n.t('Fit to the window'),
  saveSvg: vscode.l10n.t('Save as SVG'),
  savePng: vscode.l10n.t('Save as PNG'),
  diagramAt: vscode.l10n.t('Diagram at line'),
  keys: vscode.l10n.t('plus and minus zoom, arrows move it, 0 fits it to the window'),
  none: vscode.l10n.t('Put the cursor into a mermaid block.'),
  wrong: vscode.l10n.t('This does not parse:'),
  last: vscode.l10n.t('The picture is the last one that did.'),
  notSaved: vscode.l10n.t('The picture was not saved:'),
});

export type Words = ReturnType<typeof words>;
