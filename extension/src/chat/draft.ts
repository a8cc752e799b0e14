// Text of a model while it is written, for people to read along. It has not been
// checked yet: pictures would be fetched from anywhere, so there are none.

/** What is left of markdown in a chat: no pictures, and no links within the document. */
export function readable(markdown: string): string {
  return markdown
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/!\[/g, '!\\[')
    .replace(/(?<!!)\[([^\]\n]*)\]\(#[^)\n]*\)/g, '$1');
}

/** Draft gathers the text of a reply, and gives it out in whole lines. */
export class Draft {
  private text = '';
  private told = 0;

  /** Takes in a piece, and returns what can be shown by now; '' mostly. */
  add(piece: string): string {
    this.text += piece;
    const end = this.text.lastIndexOf('\n') + 1;
    const lines = this.text.slice(this.told, end);
    this.told = Math.max(this.told, end);
    return readable(lines);
  }

  /** Whether anything was shown. */
  get shown(): boolean {
    return this.text.slice(0, this.told).trim() !== '';
  }

  /**
   * What is still to be shown of the text that passed the checks. 'again' says that it
   * differs from what was shown, so that all of it has to be.
   */
  rest(checked: string): { text: string; again: boolean } {
    if (!this.shown) return { text: checked, again: false };
    const shown = essence(this.text.slice(0, this.told));
    if (essence(this.text).startsWith(essence(checked)) && shown.length >= essence(checked).length) {
      return { text: '', again: false };
    }
    const lines = checked.split(/(?<=\n)/);
    for (let i = 1; i <= lines.length; i++) {
      const head = essence(lines.slice(0, i).join(''));
      if (head === shown) return { text: lines.slice(i).join(''), again: false };
      if (head.length > shown.length) break;
    }
    return { text: checked, again: true };
  }
}

/** The words of a text: headings are moved to their level, and white space is put in order. */
const essence = (text: string) =>
  text
    .replace(/^#+(?= )/gm, '#')
    .replace(/\s+/g, ' ')
    .trim();
