'use strict';

/* Answer sheets as YAML text, written.

   A sheet is {team, date, target: [[id, scalar]], context: [[id, scalar]], tags: [[key, scalar]],
   assessed_by: [text], scope, summary, answers: [[id, answer]]}; an answer is {answer, evidence: [text],
   note, owner, date, confirmed_by, due, source};
   a scalar is {text, quoted}. Texts that are not given are empty. */

const data = JSON.parse(document.getElementById('data').textContent);

const bytes = text => new TextEncoder().encode(text).length;

/* As the program takes it: nothing that can be seen. */
const isBlank = text =>
  /^[\s\u0085\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff]*$/.test(text);

const isDate = text => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/* Characters that a file must not hold, that a person would not see, or that a CI service would
   take for a command. */
const unseen = new RegExp(
  /["\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/.source
  + '|#(?=#(vso)?\\[)', 'g');

function escaped(character) {
  const code = character.charCodeAt(0);
  if (character === '"' || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}`
                      : `\\u${code.toString(16).padStart(4, '0')}`;
}

const quoted = text => `"${text.replace(unseen, escaped)}"`;

/* Words that other YAML readers take for something else than a text. */
const reserved = /^(true|false|null|yes|no|on|off|y|n)$/i;

const word = text =>
  /^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && !reserved.test(text) ? text : quoted(text);

const scalarText = scalar => scalar.isUnknown ? '~' :
  !scalar.quoted && /^(true|false|\d+)$/.test(scalar.text) ? scalar.text : word(scalar.text);

const noAnswer = {answer: 'unknown', evidence: [], note: '', owner: '', date: '', confirmed_by: '',
                  due: '', source: ''};

function answerLines(id, answer) {
  const more = [];
  if (answer.evidence.length) {
    more.push('    evidence:');
    for (const each of answer.evidence) more.push(`      - ${quoted(each)}`);
  }
  if (answer.note) more.push(`    note: ${quoted(answer.note)}`);
  if (answer.owner) more.push(`    owner: ${quoted(answer.owner)}`);
  if (answer.date) more.push(`    date: ${answer.date}`);
  if (answer.confirmed_by) more.push(`    confirmed_by: ${quoted(answer.confirmed_by)}`);
  if (answer.due) more.push(`    due: ${answer.due}`);
  if (answer.source) more.push(`    source: ${quoted(answer.source)}`);
  if (!more.length) return [`  ${word(id)}: ${answer.answer}`];
  return [`  ${word(id)}:`, `    answer: ${answer.answer}`, ...more];
}

function writeSheet(sheet) {
  const lines = [
    `# yaml-language-server: $schema=${data.schemaFile}`,
    `schema: ${data.schema}`,
    `team: ${quoted(sheet.team)}`,
  ];
  if (sheet.date) lines.push(`date: ${sheet.date}`);
  for (const key of ['target', 'context', 'tags']) {
    if (!sheet[key].length) continue;
    lines.push(`${key}:`);
    for (const [id, value] of sheet[key]) lines.push(`  ${word(id)}: ${scalarText(value)}`);
  }
  if (sheet.assessed_by.length) {
    lines.push('assessed_by:');
    for (const each of sheet.assessed_by) lines.push(`  - ${quoted(each)}`);
  }
  for (const key of ['scope', 'summary'])
    if (sheet[key]) lines.push(`${key}: ${quoted(sheet[key])}`);
  lines.push(sheet.answers.length ? 'answers:' : 'answers: {}');
  for (const [id, answer] of sheet.answers) lines.push(...answerLines(id, answer));
  return `${lines.join('\n')}\n`;
}
