/* The texts of YAML, read as the program does: plain, in quotes, as blocks. What is not read is
   refused with its line. */

/* Why a text is not read, and where. */
class Refusal extends Error {
  constructor(line, reason) {
    super(reason);
    this.line = line;
  }
}

const escapes = {
  '"': '"', '\\': '\\', '/': '/', ' ': ' ', n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b',
  e: '\x1b', f: '\f', v: '\v',
};

/* Blanks are what YAML calls so, space and tab: \s would take others that to the program are
   characters like any. */
const plainText = {
  block: /(?:[^ \t#:]|:(?![ \t]|$)|(?<![ \t])#|[ \t]+(?=[^ \t#:]|:(?![ \t]|$)))+/y,
  flow: /(?:[^ \t#:,[\]{}]|:(?![ \t]|$|[,[\]{}])|(?<![ \t])#|[ \t]+(?=[^ \t#:,[\]{}]|:(?![ \t]|$|[,[\]{}])))+/y,
};
const isIndicated = text => /^[,[\]{}#&*!|>'"%@`]|^[-?:](?=[ \t]|$)/.test(text);
const oddly = 'this way of writing is not read here; put the text in double quotes';

/* A text whose line ends are folded: one is a blank, several are one less. In a block each counts
   beside a line that is indented deeper. */
function folded(lines, inBlock = false) {
  const isDeeper = line => inBlock && /^[ \t]/.test(line);
  let out = '';
  let last;
  let gap = 0;
  for (const line of lines) {
    if (line === '' && (inBlock || last !== undefined)) {
      gap += 1;
      continue;
    }
    if (last !== undefined && (isDeeper(last) || isDeeper(line))) gap += 1;
    out += (gap || last === undefined ? '\n'.repeat(gap) : ' ') + line;
    last = line;
    gap = 0;
  }
  return out;
}

/* Without the blanks at its end that no backslash holds. */
function withoutEnd(line, escapes) {
  const end = line.replace(/[ \t]+$/, '');
  const held = escapes && end !== line && /(?:^|[^\\])(?:\\\\)*\\$/.test(end);
  return held ? line.slice(0, end.length + 1) : end;
}

/* The lines of a file, and the texts in them. */
class Texts {
  constructor(text, notes) {
    this.lines = text.split(/\r\n|\n/);
    this.notes = notes;
    this.row = 0;
    this.at = 0;
    this.lines.forEach((line, index) => {
      if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(line))
        throw new Refusal(index + 1, 'a control character stands in this line');
    });
  }

  get text() { return this.lines[this.row] ?? ''; }
  get isOver() { return this.row >= this.lines.length; }
  get indent() { return this.text.search(/[^ ]|$/); }
  refuse(reason, row = this.row) {
    throw new Refusal(Math.min(row, this.lines.length - 1) + 1, reason);
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  isComment() {
    return this.text[this.at] === '#' && /[ \t]/.test(this.text[this.at - 1] ?? ' ');
  }

  nextLine() {
    this.row += 1;
    this.at = 0;
  }

  /* To the next line that says something; false at the end. */
  content() {
    for (; !this.isOver; this.nextLine()) {
      if (/^[ \t]*$/.test(this.text)) continue;
      this.at = this.indent;
      if (this.text[this.at] === '\t') this.refuse('a tab indents this line; use spaces');
      if (!this.isComment()) return true;
      if (!this.text.startsWith('# yaml-language-server:')) this.notes.comments += 1;
    }
    return false;
  }

  /* The line holds no more. */
  endLine() {
    this.match(/[ \t]*/y);
    if (this.at < this.text.length) {
      if (!this.isComment()) this.refuse('more follows than one value; put a text in double quotes');
      this.notes.comments += 1;
    }
    this.nextLine();
  }

  /* Lines deeper than their parent belong to a text that began above. */
  continues(parent) {
    let row = this.row + 1;
    while (row < this.lines.length && /^[ \t]*$/.test(this.lines[row])) row += 1;
    if (row >= this.lines.length) return -1;
    const line = this.lines[row];
    const indent = line.search(/[^ ]/);
    return indent > parent && !/[#\t]/.test(line[indent]) ? row : -1;
  }

  plain(parent, inFlow) {
    const way = plainText[inFlow ? 'flow' : 'block'];
    const first = this.match(way)?.[0] ?? '';
    if (inFlow && first === '' && /[,\]}]/.test(this.text[this.at])) return null;
    if (first === '' || isIndicated(first)) this.refuse(oddly);
    const lines = [first];
    while (/^[ \t]*$/.test(this.text.slice(this.at))) {
      const row = this.continues(parent);
      if (row < 0 || (inFlow && /^[ ]*[,[\]{}:]/.test(this.lines[row]))) break;
      for (this.nextLine(); this.row < row; this.nextLine()) {
        if (this.text.includes('\t')) this.refuse('a tab indents this line; use spaces');
        lines.push('');
      }
      this.at = this.indent;
      const more = this.match(way)?.[0] ?? '';
      if (more === '' || (inFlow && isIndicated(more))) this.refuse(oddly);
      lines.push(more);
    }
    return {kind: 'scalar', text: folded(lines), quoted: false};
  }

  quoted(parent) {
    const begin = this.row;
    const isDouble = this.text[this.at] === '"';
    const part = isDouble ? /((?:[^"\\]|\\.)*)("|\\?$)/y : /((?:[^']|'')*)('|$)/y;
    const lines = [];
    for (this.at += 1;;) {
      const [, text, end] = this.match(part);
      lines.push({text, joins: end === '\\'});
      if (end === '"' || end === "'") break;
      this.nextLine();
      if (this.isOver) this.refuse('this quote is never closed', begin);
      if (/^[ \t]*$/.test(this.text)) this.at = this.text.length;
      else if (this.indent <= parent)
        this.refuse('the text in this quote runs on into a line that is not indented below it', begin);
      else this.match(/[ \t]*/y);
    }
    const unescape = isDouble ? text => this.unescaped(text, begin) : text => text.replaceAll("''", "'");
    let out = '';
    let gap = 0;
    lines.forEach(({text, joins}, i) => {
      const isLast = i === lines.length - 1;
      if (i > 0 && text === '' && !joins && !isLast) {
        gap += 1;
        return;
      }
      // Before a closing quote alone in its line the program reads several empty lines as one.
      if (gap) out += '\n'.repeat(isLast && text === '' ? 1 : gap);
      else if (i > 0 && !lines[i - 1].joins) out += ' ';
      gap = 0;
      out += unescape(isLast || joins ? text : withoutEnd(text, isDouble));
    });
    return out;
  }

  unescaped(text, row) {
    return text.replace(
      /\\(?:u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu,
      (all, high, low, two, four, eight, letter) => {
        if (high) return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
        const code = two ?? four ?? eight;
        if (code === undefined)
          return escapes[letter] ?? this.refuse(`"${all}" is no escape that is read here`, row);
        const number = Number.parseInt(code, 16);
        if (number === 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
          this.refuse(`"${all}" is no character`, row);
        return String.fromCodePoint(number);
      });
  }

  /* `|` and `>`: the lines below that are indented deeper than the parent. */
  blockText(parent) {
    const [, style, first, second] =
      this.match(/([|>])([-+]|[1-9])?([-+]|[1-9])?(?=[ \t]|$)/y) ?? this.refuse(oddly);
    const marks = (first ?? '') + (second ?? '');
    if (/[-+]{2}|\d\d/.test(marks)) this.refuse(oddly);
    this.endLine();
    const given = /\d/.exec(marks);
    let depth = given ? Math.max(parent, 0) + Number(given[0]) : 0;
    const lines = [];
    for (; !this.isOver; this.nextLine()) {
      const isEmpty = /^ *$/.test(this.text);
      if (!isEmpty && !depth) {
        depth = Math.max(this.indent, parent + 1);
        if (lines.some(line => line.length > depth)) this.refuse('a blank line above is indented deeper');
        lines.fill('');
      }
      if (!isEmpty && this.indent < depth) break;
      lines.push(depth ? this.text.slice(depth) : this.text);
    }
    let ends = 0;
    while (lines.length && lines.at(-1) === '') {
      lines.pop();
      ends += 1;
    }
    // The end of the file is no line.
    if (this.isOver && ends) ends -= 1;
    if (style === '>' && marks.includes('+') && ends) this.refuse(oddly, this.row - 1);
    const text = style === '|' ? lines.join('\n') : folded(lines, true);
    if (marks.includes('-') || !lines.length) return text;
    return `${text}\n${marks.includes('+') ? '\n'.repeat(ends) : ''}`;
  }
}
