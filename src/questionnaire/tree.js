/* YAML as people and programs write answer sheets: maps and lists by indentation or in brackets.
   Anchors, tags and other rarities are refused with their line. */

const deepest = 32;
const longestKey = 1024;

/* Words that say nothing, as the program's YAML reader knows them. */
const nullWord = /^(~|null|Null|NULL)$/;

const plainKey = {
  block: /(?:[^ \t#:]|:(?![ \t]|$)|(?<![ \t])#|[ \t]+(?=[^ \t#]))+?(?=[ \t]*:(?:[ \t]|$))/y,
  flow: /(?:[^ \t#:,[\]{}]|:(?![ \t]|$|[,[\]{}])|(?<![ \t])#|[ \t]+(?=[^ \t#,[\]{}]))+?(?=[ \t]*:(?:[ \t]|$))/y,
};

class Reader extends Texts {
  /* With the colon behind it. */
  key(parent, inFlow) {
    const begin = this.at;
    const row = this.row;
    const isQuoted = /["']/.test(this.text[this.at] ?? '');
    const text = isQuoted ? this.quoted(parent) : this.match(plainKey[inFlow ? 'flow' : 'block'])?.[0];
    if (text === undefined || isIndicated(isQuoted ? 'x' : text) || row !== this.row
        || !this.match(isQuoted && inFlow ? /[ \t]*:/y : /[ \t]*:(?=[ \t]|$)/y))
      this.refuse('a key and a colon are expected here', row);
    if (!isQuoted && nullWord.test(text)) this.refuse('the key is null');
    if (text === '<<') this.refuse('merge keys (<<) are not read here');
    if (isBlank(text)) this.refuse('this key is blank');
    if (bytes(this.text.slice(begin, this.at)) > longestKey) this.refuse('this key is too long');
    return text;
  }

  hasKey() {
    const {at, row} = this;
    const isQuoted = /["']/.test(this.text[at]);
    const found = isQuoted ? this.match(/(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=[ \t]|$)/y)
      : this.match(plainKey.block);
    [this.at, this.row] = [at, row];
    return Boolean(found);
  }

  addEntry(map, key, row, value) {
    if (map.entries.some(entry => entry.key === key))
      this.refuse(`the key "${key}" stands here a second time`, row);
    map.entries.push({key, line: row + 1, value});
  }

  /* In brackets blanks, line ends and comments mean nothing. */
  skip(parent, begin) {
    for (;;) {
      this.match(/[ \t]*/y);
      if (this.at < this.text.length && !this.isComment()) return;
      if (this.at < this.text.length) this.notes.comments += 1;
      this.nextLine();
      if (!this.content()) this.refuse('this bracket is never closed', begin);
      if (this.indent <= parent) this.refuse('this line stands inside brackets and is not indented');
    }
  }

  flow(parent, depth) {
    const begin = this.row;
    const isMap = this.text[this.at] === '{';
    const node = {kind: isMap ? 'map' : 'list', line: begin + 1, entries: [], items: []};
    const close = isMap ? /\}/y : /\]/y;
    if (depth > deepest) this.refuse('brackets are nested too deep');
    for (this.at += 1;;) {
      this.skip(parent, begin);
      if (this.match(close)) return node;
      const row = this.row;
      if (isMap) {
        const key = this.key(parent, true);
        this.skip(parent, begin);
        this.addEntry(node, key, row, this.flowValue(parent, depth + 1));
      } else {
        node.items.push(this.flowValue(parent, depth + 1) ?? this.refuse('an item is missing here'));
      }
      this.skip(parent, begin);
      if (!this.match(/,/y) && !/[\]}]/.test(this.text[this.at]))
        this.refuse('a comma or a closing bracket is expected here');
    }
  }

  flowValue(parent, depth) {
    const line = this.row + 1;
    const first = this.text[this.at];
    if (first === '[' || first === '{') return this.flow(parent, depth);
    if (first === '"' || first === "'")
      return {kind: 'scalar', text: this.quoted(parent), quoted: true, line};
    const node = this.plain(parent, true);
    return node && {...node, line};
  }

  /* What stands behind a key or a dash; null where nothing does. */
  value(parent, depth, isItem) {
    const row = this.row;
    this.match(/[ \t]*/y);
    const first = this.text[this.at];
    if (first === undefined || this.isComment()) {
      this.endLine();
      if (!this.content()) return null;
      const isList = !isItem && this.indent === parent && this.isDash();
      return this.indent > parent || isList ? this.block(parent, depth) : null;
    }
    return {...this.scalarOrFlow(parent, depth), line: row + 1};
  }

  scalarOrFlow(parent, depth) {
    const first = this.text[this.at];
    if (first === '|' || first === '>')
      return {kind: 'scalar', text: this.blockText(parent), quoted: true};
    const node = first === '[' || first === '{' ? this.flow(parent, depth)
      : first === '"' || first === "'" ? {kind: 'scalar', text: this.quoted(parent), quoted: true}
        : this.plain(parent, false);
    this.endLine();
    return node;
  }

  isDash() {
    return /^-(?:[ \t]|$)/.test(this.text.slice(this.at));
  }

  /* A map, a list or a text that begins here, deeper than its parent. */
  block(parent, depth) {
    const {indent} = this;
    const isList = this.isDash();
    const node = {kind: isList ? 'list' : 'map', line: this.row + 1, entries: [], items: []};
    if (depth > deepest) this.refuse('this is nested too deep');
    if (!isList && (/[[{]/.test(this.text[this.at]) || (parent >= 0 && !this.hasKey())))
      return {...this.scalarOrFlow(parent, depth), line: node.line};
    while (this.content() && this.indent === indent && this.isDash() === isList) {
      const {row} = this;
      if (isList) {
        this.at += 1;
        node.items.push(this.value(indent, depth + 1, true) ?? this.refuse('this item has no text', row));
      } else {
        const key = this.key(indent, false);
        this.addEntry(node, key, row, this.value(indent, depth + 1, false));
      }
    }
    if (!this.isOver && this.indent > parent && !(isList && this.indent === parent))
      this.refuse(this.indent > indent ? 'this line is indented deeper than the one above'
        : this.indent === indent ? 'a key is expected here, not an item'
          : 'this line is indented less than those above');
    return node;
  }
}

function readTree(text, notes) {
  const reader = new Reader(text, notes);
  if (!reader.content()) throw new Refusal(1, 'the file says nothing');
  if (/^---[ \t]*$/.test(reader.text)) {
    reader.nextLine();
    if (!reader.content()) throw new Refusal(1, 'the file says nothing');
  }
  const root = reader.block(-1, 0);
  if (reader.content()) reader.refuse('the sheet has ended above; nothing may follow it');
  if (root.kind !== 'map') throw new Refusal(root.line, 'this is no answer sheet');
  return root;
}
