// VS Code shows the message of a finding and the link to its rule at the head of its
// hover, and so does the server, for editors that do not.

/** The link that ends what the server says of a finding. */
const link = /\n*\[[\w-]+\]\(\S+\)\s*$/;
const rule = '\n\n---\n\n';

/** The text of a hover without what the editor shows itself of findings with these messages. */
export function withoutMessages(markdown: string, messages: string[]): string {
  return markdown
    .split(rule)
    .map((part) => {
      const said = messages.find((m) => part.startsWith(`**${m}**`));
      return said === undefined
        ? part
        : part
            .slice(said.length + 4)
            .replace(link, '')
            .trim();
    })
    .filter((part) => part !== '')
    .join(rule);
}
