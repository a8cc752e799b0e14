// Tracked is a text whose characters remember where in the original they stood,
// so that a place found in what a parser was given can be shown to the author.
export class Tracked {
  constructor(text, origins = Array.from({ length: text.length + 1 }, (_, i) => i)) {
    this.text = text;
    this.origins = origins; // one more than there are characters: the end has a place, too
  }

  origin(offset) {
    return this.origins[Math.max(0, Math.min(offset, this.text.length))];
  }

  slice(start) {
    return new Tracked(this.text.slice(start), this.origins.slice(start));
  }

  trimStart() {
    return this.slice(this.text.length - this.text.trimStart().length);
  }

  // replace does what String.replace does with a global expression and a function
  // of the match. The characters of a replacement stand where the match stood.
  replace(expression, replacement) {
    let text = "";
    let from = 0;
    const origins = [];
    for (const match of this.text.matchAll(expression)) {
      const put = replacement(match[0], ...match.slice(1));
      const end = match.index + match[0].length;
      text += this.text.slice(from, match.index) + put;
      for (let i = from; i < match.index; i++) origins.push(this.origins[i]);
      for (let i = 0; i < put.length; i++) origins.push(this.origins[Math.min(match.index + i, end)]);
      from = end;
    }
    for (let i = from; i <= this.text.length; i++) origins.push(this.origins[i]);
    return new Tracked(text + this.text.slice(from), origins);
  }

  append(tail) {
    const end = this.origins[this.text.length];
    return new Tracked(this.text + tail, this.origins.concat(Array.from(tail, () => end)));
  }

  // thinned is this text with only the characters of thinner, which must be there
  // in the same order; null when they are not.
  thinned(thinner) {
    const origins = [];
    let at = 0;
    for (const char of thinner.split("")) {
      while (at < this.text.length && this.text[at] !== char) at++;
      if (at === this.text.length) return null;
      origins.push(this.origins[at++]);
    }
    origins.push(this.origins[this.text.length]);
    return new Tracked(thinner, origins);
  }
}
