/* From a tree to a sheet. */

const need = (condition, line, reason) => {
  if (!condition) throw new Refusal(line, reason);
};

const isNothing = value =>
  !value || (value.kind === 'scalar' && !value.quoted && nullWord.test(value.text));

function textOf(entry) {
  const {key, line, value} = entry;
  need(value?.kind === 'scalar' && !isNothing(value), line, `"${key}" needs a text`);
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

function scalarsOf(entry, mayBeUnknown = false) {
  need(entry.value?.kind === 'map', entry.line, `"${entry.key}" needs keys with values`);
  return entry.value.entries.map(each => {
    if (mayBeUnknown && isNothing(each.value)) return [each.key, {text: '~', isUnknown: true}];
    textOf(each);
    return [each.key, {text: each.value.text, quoted: each.value.quoted}];
  });
}

/* A fact may be nothing: it is not known. */
const factsOf = entry => scalarsOf(entry, true);

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
  const readers = {team: textOf, date: dateOf, target: scalarsOf, context: factsOf,
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
