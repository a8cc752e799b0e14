// Words in the language of VS Code, for code that runs without VS Code, too.
import { type L10n } from './summary';

/** English, with the values in their places. */
const english: L10n = {
  t: (message, ...values) => message.replace(/\{(\d+)\}/g, (_, i: string) => String(values[Number(i)])),
};

let spoken = english;

/** Has everything said by another; activation passes vscode.l10n. */
export function speak(by: L10n): void {
  spoken = by;
}

export const l10n: L10n = { t: (message, ...values) => spoken.t(message, ...values) };
