/* Answer sheets read: what this page or a careful hand wrote, with maps and lists by indentation and
   each value in one line. */

/* Why a text is not read, and where. */
class Refusal extends Error {
  constructor(line, reason) {
    super(reason);
    this.line = line;
  }
}

const deepest = 32;
const longestKey = 1024;
const escapes = {
  '"': '"', '\\': '\\', '/': '/', ' ': ' ', n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b',
  e: '\x1b', f: '\f', v: '\v',
};

/* Words that say nothing, as the program's YAML reader knows them. */
const nullWord = /^(~|null|Null|NULL)$/;

/* One line from a column on. Blanks are what YAML calls so, space and tab: \s would take others that
   to the program are characters like any. */
class Scanner {
  constructor(line, at, notes) {
    this.line = line;
    this.text = line.text;
    this.at = at;
    this.notes = notes;
  }

  refuse(reason) {
    throw new Refusal(this.line.number, reason);
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  isBehindBlank() {
    return /[ \t]/.test(this.text[this.at - 1] ?? '');
  }

  key() {
    const isQuoted = /["']/.test(this.text[this.at] ?? '');
    const begin = this.at;
    const text = isQuoted ? this.quoted()
      : this.match(/[\p{L}\p{N}_](?:[^:#,[\]{}"']|:(?![ \t]|$))*?(?=[ \t]*:(?:[ \t]|$))/uy)?.[0];
    if (text === undefined || !this.match(/[ \t]*:(?=[ \t]|$)/y))
      this.refuse('a key and a colon are expected here');
    if (!isQuoted && nullWord.test(text)) this.refuse('the key is null');
    if (isBlank(text)) this.refuse('this key is blank');
    if (bytes(this.text.slice(begin, this.at)) > longestKey) this.refuse('this key is too long');
    return text;
  }

  /* Null where nothing stands. */
  value(inFlow = false, depth = 0) {
    this.match(/[ \t]*/y);
    const first = this.text[this.at];
    let node = null;
    if (depth > deepest) this.refuse('brackets are nested too deep');
    if (first === '"' || first === "'")
      node = {kind: 'scalar', text: this.quoted(), quoted: true};
    else if (first === '[') node = this.flow('list', ']', depth);
    else if (first === '{') node = this.flow('map', '}', depth);
    else if (first !== undefined && !(first === '#' && this.isBehindBlank()))
      node = this.plain(inFlow);
    if (node) node.line = this.line.number;
    if (!inFlow) this.end();
    return node;
  }

  plain(inFlow) {
    const found = this.match(inFlow
      ? /(?:[^ \t#:,[\]{}]|:(?![ \t]|$|[,[\]{}])|(?<![ \t])#|[ \t]+(?=[^ \t#,[\]{}]))+/y
      : /(?:[^ \t#:]|:(?![ \t]|$)|(?<![ \t])#|[ \t]+(?=[^ \t#]))+/y);
    const text = found?.[0] ?? '';
    if (inFlow && text === '') return null;
    if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?=[ \t]|$)/.test(text) || text === '')
      this.refuse('this way of writing is not read here; put the text in double quotes');
    return {kind: 'scalar', text, quoted: false};
  }

  quoted() {
    return this.text[this.at] === "'" ? this.singleQuoted() : this.doubleQuoted();
  }

  singleQuoted() {
    const found = this.match(/'((?:[^']|'')*)'/y);
    if (!found) this.refuse('this quote is not closed in the same line');
    return found[1].replaceAll("''", "'");
  }

  doubleQuoted() {
    const found = this.match(/"((?:[^"\\]|\\.)*)"/y);
    if (!found) this.refuse('this quote is not closed in the same line');
    return found[1].replace(
      /\\(?:u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu,
      (all, high, low, two, four, eight, letter) => {
        if (high) return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
        const code = two ?? four ?? eight;
        if (code === undefined)
          return escapes[letter] ?? this.refuse(`"${all}" is no escape that is read here`);
        const number = Number.parseInt(code, 16);
        if (number === 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
          this.refuse(`"${all}" is no character`);
        return String.fromCodePoint(number);
      });
  }

  flow(kind, close, depth) {
    const node = kind === 'list' ? {kind, items: []} : {kind, entries: []};
    this.at += 1;
    for (;;) {
      this.match(/[ \t]*/y);
      if (this.match(close === ']' ? /\]/y : /\}/y)) return node;
      if (kind === 'map') {
        addEntry(node, this.key(), this.line.number, this.value(true, depth + 1));
      } else {
        const item = this.value(true, depth + 1);
        if (!item) this.refuse('this bracket is not closed in the same line, or an item is missing');
        node.items.push(item);
      }
      this.match(/[ \t]*/y);
      if (!this.match(/,/y) && this.text[this.at] !== close)
        this.refuse('this bracket is not closed in the same line');
    }
  }

  end() {
    this.match(/[ \t]*/y);
    const rest = this.text.slice(this.at);
    if (rest === '') return;
    if (!rest.startsWith('#') || !this.isBehindBlank())
      this.refuse('more follows than one value; put a text in double quotes');
    this.notes.comments += 1;
  }
}

function addEntry(map, key, line, value) {
  if (map.entries.some(entry => entry.key === key))
    throw new Refusal(line, `the key "${key}" stands here a second time`);
  map.entries.push({key, line, value});
}

/* The lines that say something. */
function contentLines(text, notes) {
  const lines = [];
  text.split(/\r\n|\n/).forEach((each, index) => {
    const line = {number: index + 1, text: each, indent: each.search(/[^ ]/)};
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(each))
      throw new Refusal(line.number, 'a control character stands in this line');
    if (/^[ \t]*$/.test(each)) return;
    if (each[line.indent] === '\t')
      throw new Refusal(line.number, 'a tab indents this line; use spaces');
    if (each[line.indent] === '#') {
      if (!each.startsWith('# yaml-language-server:')) notes.comments += 1;
      return;
    }
    lines.push(line);
  });
  return lines;
}

function readTree(text, notes) {
  const lines = contentLines(text, notes);
  const isItem = line => /^-( |$)/.test(line.text.slice(line.indent));
  let at = 0;
  const block = (indent, depth) => {
    const isList = isItem(lines[at]);
    const node = {kind: isList ? 'list' : 'map', line: lines[at].number, items: [], entries: []};
    if (depth > deepest) throw new Refusal(node.line, 'this is nested too deep');
    while (at < lines.length && lines[at].indent === indent) {
      const line = lines[at];
      if (isItem(line) !== isList) {
        if (isList) break;
        throw new Refusal(line.number, 'a key is expected here, not an item');
      }
      at += 1;
      const scanner = new Scanner(line, isList ? indent + 1 : indent, notes);
      if (isList) {
        const item = scanner.value();
        if (!item) throw new Refusal(line.number, 'this item has no text');
        node.items.push(item);
      } else {
        const key = scanner.key();
        let value = scanner.value();
        const next = lines[at];
        if (!value && next && (next.indent > indent || (next.indent === indent && isItem(next))))
          value = block(next.indent, depth + 1);
        addEntry(node, key, line.number, value);
      }
      if (at < lines.length && lines[at].indent > indent)
        throw new Refusal(lines[at].number,
                          'this line is indented deeper than the one above; a text must stand in one line');
    }
    return node;
  };
  if (!lines.length) throw new Refusal(1, 'the file says nothing');
  const root = block(lines[0].indent, 0);
  if (at < lines.length) throw new Refusal(lines[at].number, 'this line is indented less than the first');
  if (root.kind !== 'map') throw new Refusal(root.line, 'this is no answer sheet');
  return root;
}

/* ---- From a tree to a sheet ---- */

const need = (condition, line, reason) => {
  if (!condition) throw new Refusal(line, reason);
};

function textOf(entry) {
  const {key, line, value} = entry;
  need(value?.kind === 'scalar' && (value.quoted || !nullWord.test(value.text)), line,
       `"${key}" needs a text`);
  need(!isBlank(value.text), line, `"${key}" is blank`);
  need(bytes(value.text) <= data.mostText, line, `"${key}" is longer than ${data.mostText} bytes`);
  return value.text;
}

function dateOf(entry) {
  const text = textOf(entry);
  need(isDate(text), entry.line, `"${text}" is not a date; write YYYY-MM-DD`);
  return text;
}

const evidenceOf = entry => entry.value?.kind === 'list'
  ? entry.value.items.map(item => textOf({key: entry.key, line: item.line, value: item}))
  : [textOf(entry)];

function scalarsOf(entry) {
  need(entry.value?.kind === 'map', entry.line, `"${entry.key}" needs keys with values`);
  return entry.value.entries.map(each => {
    textOf(each);
    return [each.key, {text: each.value.text, quoted: each.value.quoted}];
  });
}

function wordOf(entry) {
  const {line, value} = entry;
  need(!value || value.kind === 'scalar', line, `"${entry.key}" needs an answer`);
  // Capitals of ASCII alone: the Kelvin sign is no k.
  const said = (value?.text ?? '').replace(/[A-Z]/g, letter => letter.toLowerCase());
  need(Object.hasOwn(data.words, said), line, `"${value?.text}" is not an answer`);
  return data.words[said];
}

function answerOf(entry) {
  const answer = {...noAnswer};
  if (entry.value?.kind !== 'map') return {...answer, answer: wordOf(entry)};
  need(entry.value.entries.some(each => each.key === 'answer'), entry.line,
       `"${entry.key}" has no "answer"`);
  const readers = {answer: wordOf, evidence: evidenceOf, note: textOf, owner: textOf, date: dateOf,
                   confirmed_by: textOf, due: dateOf, source: textOf};
  for (const each of entry.value.entries) {
    need(Object.hasOwn(readers, each.key), each.line, `"${each.key}" is not known here`);
    answer[each.key] = readers[each.key](each);
  }
  return answer;
}

function answersOf(entry) {
  need(entry.value?.kind === 'map', entry.line, '"answers" needs practices with answers');
  return entry.value.entries.map(each => [each.key, answerOf(each)]);
}

/* Throws a Refusal for any text that it does not understand to the last character. */
function readSheet(text) {
  const notes = {comments: 0};
  const sheet = {team: '', date: '', target: [], context: [], tags: [], assessed_by: [], scope: '',
                 summary: '', answers: []};
  const readers = {team: textOf, date: dateOf, target: scalarsOf, context: scalarsOf,
                   tags: scalarsOf, assessed_by: evidenceOf, scope: textOf, summary: textOf,
                   answers: answersOf};
  const root = readTree(text, notes);
  for (const entry of root.entries) {
    if (entry.key === 'schema') {
      need(textOf(entry) === data.schema, entry.line, `this is not ${data.schema}`);
      continue;
    }
    need(Object.hasOwn(readers, entry.key), entry.line, `"${entry.key}" is not known here`);
    sheet[entry.key] = readers[entry.key](entry);
  }
  need(root.entries.some(entry => entry.key === 'answers'), 1, 'there is no "answers"');
  return {sheet, comments: notes.comments};
}
