// The text patches of mermaid's distributed files. Each says what it is for and
// how often its place occurs in the pinned version; a count that differs fails
// the build, so that a new version cannot slip past a patch unseen.
//
// A patch: { name, find, replace, hits }, with `find` a string or a global
// regular expression. It is tried on every file of mermaid.

// Definitions of diagram kinds, in which the drawing parts are cut off.
const definition = /^var (?:diagram\d* = \{\n|createFlowDiagram = )[\s\S]*?^\}(?:\), "createFlowDiagram"\))?;\n/gm;

export const patches = [
  // ---- size: what pins code that nothing else uses
  {
    name: "names of classes",
    find: /^\s*static \{\n\s*__name\(this, "[^"]*"\);\n\s*\}\n/gm,
    replace: "",
    hits: 57,
  },
  {
    name: "names of functions",
    find: /^__name\([A-Za-z_$][\w$]*, "[^"]*"\);\n/gm,
    replace: "",
    hits: 381,
  },
  {
    name: "drawing parts of a diagram kind",
    find: definition,
    replace: withoutDrawing,
    hits: 36,
  },
  {
    name: "themes",
    find: /^( {2}"?[\w-]+"?: \{\n {4}getThemeVariables)(?:: getThemeVariables\d+)?\n/gm,
    replace: "$1: () => ({})\n",
    hits: 11,
  },

  // ---- speed: what a script engine without a JIT feels
  {
    name: "copies of the configuration",
    find: /\bassignWithDepth_default\(\{\}, (\w*[cC]onf\w*|siteCfg|tmpConfig\w*)\)/g,
    replace: "copyOf($1)",
    hits: 9,
  },
  {
    name: "how to copy a configuration",
    find: "\nvar siteConfig = ",
    replace: `\n${copyOf}\nvar copied, copy;\nvar siteConfig = `,
    hits: 1,
  },
  {
    name: "the configuration is copied once per change, not once per question",
    find: "  return copyOf(currentConfig);\n",
    replace: "  if (copied !== currentConfig) { copied = currentConfig; copy = copyOf(currentConfig); }\n  return copy;\n",
    hits: 1,
  },
  {
    name: "the expression of detectDirective is compiled once",
    find: /const commentWithoutDirectives = new RegExp\(\s*(`[^`]*`),\s*"ig"\s*\);\n/g,
    replace: 'const commentWithoutDirectives = globalThis.__commentWithoutDirectives ??= new RegExp($1, "g");\n',
    hits: 1,
  },
  {
    name: "parser stacks are cut in place",
    find: /\b(stack|vstack|lstack) = \1\.slice\(0, -1 \* (len(?: \* 2)?)\);/g,
    replace: "$1.length -= $2;",
    hits: 57,
  },
  {
    name: "lexer rules are sticky, so that a rule which fails does not search on",
    find: /^\s*rules: \[\/\^.*\],?$/gm,
    replace: (rules) => rules.replace(/\)\/(i?)(?=, \/\^\(\?:|\],?$)/g, ")/$1y"),
    hits: 19,
  },
  {
    name: "sticky rules start at the beginning",
    find: "tempMatch = this._input.match(this.rules[rules[i]]);",
    replace: "const rule = this.rules[rules[i]]; rule.lastIndex = 0; tempMatch = rule.exec(this._input);",
    hits: 19,
  },

  // ---- places: where in the text the parser was when it gave up
  {
    name: "the text that a parser gets",
    find: "    await parser.parse(textToParse);\n",
    replace: "    globalThis.__place = { text: textToParse };\n    await parser.parse(textToParse);\n",
    hits: 1,
  },
  {
    name: "the lexer at work",
    find: /setInput: \/\* @__PURE__ \*\/ __name\(function\(input, yy\) \{\n/g,
    replace: "$&        globalThis.__place = { text: input, lexer: this, whole: globalThis.__place?.text };\n",
    hits: 19,
  },
  {
    name: "the start of a token",
    find: 'if (!this._more) {\n          this.yytext = "";\n',
    replace: 'if (!this._more) {\n          this.left = this._input.length;\n          this.yytext = "";\n',
    hits: 19,
  },
  {
    name: "how much of a text is front matter",
    find: "async function parse(text, parseOptions) {\n",
    replace: "globalThis.__prepare = { matchFrontMatter };\n$&",
    hits: 1,
  },
];

function withoutDrawing(source) {
  const cut = source
    .replace(/\n(\s*)renderer(?:: [\w$]+)?(,?)\n/, "\n$1renderer: { draw() {} }$2\n")
    .replace(/\n(\s*)styles(?:: (?:[\w$]+|\/\* @__PURE__ \*\/ __name\(\(\) => "", "styles"\)))?(,?)\n/, '\n$1styles: () => ""$2\n')
    .replace(/^\s*\w+Renderer_default\.setConf\(.*\);\n/gm, "");
  if (!cut.includes("renderer: { draw() {} }")) throw new Error(`a diagram kind whose renderer cannot be cut off:\n${source}`);
  return cut;
}

// copyOf does what mermaid's assignWithDepth({}, source) does: it copies three
// levels and leaves out objects that are null.
function copyOf(source, depth = 2) {
  const copy = { ...source };
  for (const key in copy) {
    const value = copy[key];
    if (typeof value !== "object") continue;
    if (value === null) delete copy[key];
    else if (Array.isArray(value)) copy[key] = value.slice();
    else copy[key] = depth > 1 ? copyOf(value, depth - 1) : { ...value };
  }
  return copy;
}
