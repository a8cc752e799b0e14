// What went wrong, from the three kinds of errors that mermaid throws: jison's,
// which carry a hash; langium's, which carry a result; and plain ones.

export function describe(error) {
  return { name: String(error?.name ?? "Error"), message: message(error), ...fromJison(error?.hash), ...fromLangium(error?.result) };
}

function message(error) {
  return String(error?.str ?? error?.message ?? error);
}

function fromJison(hash) {
  if (!hash || typeof hash !== "object") return {};
  return { token: hash.token == null ? "" : String(hash.token), text: hash.text, expected: hash.expected };
}

function fromLangium(result) {
  const first = result?.lexerErrors?.[0] ?? result?.parserErrors?.[0];
  if (!first) return {};
  return { message: first.message, token: first.token?.tokenType?.name ?? "", text: first.token?.image };
}
