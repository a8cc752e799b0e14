// prepare does to a tracked text what mermaid does to a text before it parses:
// line ends, quotes of tag attributes, front matter, directives, comments,
// entities. Whoever calls it compares the outcome with what the parser really
// got, so a difference costs a place, never a wrong one.

const directive = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;

export function prepare(tracked, comments) {
  let t = tracked
    .replace(/\r\n?/g, () => "\n")
    .replace(/<(\w+)([^>]*)>/g, (_, tag, rest) => `<${tag}${rest.replace(/="([^"]*)"/g, "='$1'")}>`);
  t = t.slice(globalThis.__prepare.matchFrontMatter(t.text)?.length ?? 0).replace(directive, () => "");
  if (!comments) t = t.replace(/^\s*%%(?!{)[^\n]+\n?/gm, () => "").trimStart();
  return encoded(t).append("\n");
}

function encoded(t) {
  return t
    .replace(/style.*:\S*#.*;/g, (s) => s.slice(0, -1))
    .replace(/classDef.*:\S*#.*;/g, (s) => s.slice(0, -1))
    .replace(/#\w+;/g, (s) => {
      const name = s.slice(1, -1);
      return (/^\+?\d+$/.test(name) ? "\uFB02\xB0\xB0" : "\uFB02\xB0") + name + "\xB6\xDF";
    });
}
