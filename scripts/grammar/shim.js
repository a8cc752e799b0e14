// What mermaid expects of a browser while it loads and parses. There is no page.
(function (global) {
  const nothing = function () {};
  global.window = global;
  global.console = { log: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, trace: nothing };

  // Nothing is ever drawn, so nothing that was put off needs to happen.
  global.setTimeout = function () { return 0; };
  global.clearTimeout = nothing;

  // Sequence diagrams ask whether the first word after "box" is a color. Both
  // answers parse.
  global.CSS = { supports: function () { return true; }, escape: String };

  global.structuredClone = function (value) {
    const copies = new Map();
    const copy = function (v) {
      if (v === null || typeof v !== "object") return v;
      if (copies.has(v)) return copies.get(v);
      if (v instanceof Date) return new Date(v.getTime());
      const c = Array.isArray(v) ? [] : v instanceof Map ? new Map() : v instanceof Set ? new Set() : {};
      copies.set(v, c);
      if (v instanceof Map) v.forEach(function (x, k) { c.set(copy(k), copy(x)); });
      else if (v instanceof Set) v.forEach(function (x) { c.add(copy(x)); });
      else Object.keys(v).forEach(function (k) { c[k] = copy(v[k]); });
      return c;
    };
    return copy(value);
  };

  // Links of nodes are checked with URL; only well-formedness is asked.
  const form = /^([a-z][a-z0-9+.-]*):(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(:\d+)?)?([^?#]*)(\?[^#]*)?(#.*)?$/i;
  const withHost = /^(https?|ftp|wss?)$/i;
  const URL = function (address) {
    const m = form.exec(String(address).trim());
    if (!m || (withHost.test(m[1]) && !m[2])) throw new TypeError("Invalid URL: " + address);
    this.href = String(address);
    this.protocol = m[1].toLowerCase() + ":";
    this.hostname = (m[2] || "").toLowerCase();
    this.port = (m[3] || "").slice(1);
    this.host = this.hostname + (m[3] || "");
    this.pathname = m[4] || "";
    this.search = m[5] || "";
    this.hash = m[6] || "";
  };
  URL.canParse = function (address) {
    try { return Boolean(new URL(address)); } catch { return false; }
  };
  URL.prototype.toString = function () { return this.href; };
  global.URL = URL;
})(globalThis);
