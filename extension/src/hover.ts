// VS Code shows the message of a finding at the head of its hover, and so does the
// server, for editors that do not.

const rule = '\n\n---\n\n';

/** The text of a hover without the messages that the editor shows itself. */
export function withoutMessages(markdown: string, messages: string[]): string {
  return markdown
    .split(rule)
    .map((part) => {
      const said = messages.find((m) => part.startsWith(`**${m}**`));
      return said === undefined ? part : part.slice(said.length + 4).trimStart();
    })
    .filter((part) => part !== '')
    .join(rule);
}
