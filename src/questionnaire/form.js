/* The fields of the page and the sheet that they stand for. */

const byId = id => document.getElementById(id);
const team = byId('team');
const day = byId('date');
const targets = [...document.querySelectorAll('[data-target]')];
const facts = [...document.querySelectorAll('[data-context]')];

/* Every practice has the same fields: the page holds them once. */
function addFields(box) {
  const id = box.dataset.practice;
  const fields = byId('fields').content.cloneNode(true);
  for (const radio of fields.querySelectorAll('[type=radio]')) {
    radio.name = `${id}_`;
    if (radio.value === 'not-applicable' && box.dataset.always !== undefined)
      radio.closest('label').remove();
  }
  for (const field of fields.querySelectorAll('[data-field]'))
    field.id = `${id}_${field.dataset.field}`;
  for (const label of fields.querySelectorAll('[data-for]'))
    label.htmlFor = `${id}_${label.dataset.for}`;
  if (box.dataset.plain !== undefined) fields.querySelector('.why')?.remove();
  box.insertBefore(fields.querySelector('.choices'), box.querySelector('.why'));
  box.append(fields);
}
for (const box of document.querySelectorAll('.practice')) addFields(box);

const practices = [...document.querySelectorAll('.practice')].map(box => {
  const id = box.dataset.practice;
  return {
    id,
    box,
    part: box.closest('.part'),
    radios: [...box.querySelectorAll('input[type=radio]')],
    more: box.querySelector('.more'),
    need: box.querySelector('.need'),
    shownSource: box.querySelector('.source'),
    note: byId(`${id}_note`),
    evidence: byId(`${id}_evidence`),
    owner: byId(`${id}_owner`),
    date: byId(`${id}_date`),
    kept: noAnswer,
    shown: {note: '', owner: '', evidence: []},
    isDatedByHand: false,
  };
});
const practiceById = new Map(practices.map(practice => [practice.id, practice]));

/* What an opened form says of things that this page does not ask; saved again as it was. */
const nothingKept = () =>
  ({target: [], context: [], tags: [], assessed_by: [], scope: '', summary: '', answers: []});
let kept = nothingKept();

/* Team and date of the sheet as it was opened, and the team as its field shows it. */
let keptTeam = '';
let shownTeam = '';
let keptDay = '';
let isDayByHand = false;

/* The team's name as a file's, as the program makes ids of it. */
const fileName = name => {
  const slug = name.replace(/[A-Z]/g, letter => letter.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return slug ? `${slug}.yaml` : data.file;
};

/* Where the person is. */
function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/* Half characters and the character zero can stand in no file. */
const storable = text => text.replace(/\p{Surrogate}|\0/gu, '\ufffd');

function given(field) {
  const text = storable(field.value);
  if (text !== field.value) field.value = text;
  return isBlank(text) ? '' : text;
}

const checkedRadio = practice => practice.radios.find(radio => radio.checked);
const chosen = practice => checkedRadio(practice).value;
const isOpen = practice => chosen(practice) === 'unknown';

/* Who answered and who checked it, for as long as nobody answers otherwise. */
const keptOf = (practice, key) =>
  practice.kept.answer === chosen(practice) ? practice.kept[key] : '';

function choose(practice, answer) {
  for (const radio of practice.radios) radio.checked = radio.value === answer;
}

function showPractice(practice) {
  const answer = chosen(practice);
  const source = keptOf(practice, 'source');
  practice.box.dataset.answer = answer;
  practice.need.hidden = answer !== 'not-applicable';
  practice.note.required = answer === 'not-applicable';
  practice.shownSource.hidden = !source;
  practice.shownSource.textContent = source && `Answered by: ${source}`;
  const says = [practice.note, practice.evidence, practice.owner, practice.date]
    .some(field => field.value !== '');
  if (says || answer === 'not-applicable') practice.more.open = true;
}

const textsOf = practice => ({
  note: given(practice.note),
  owner: given(practice.owner),
  evidence: storable(practice.evidence.value).split('\n').filter(line => !isBlank(line)),
});

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function collectAnswer(practice) {
  const texts = textsOf(practice);
  // A field may change line ends by showing them; what nobody edits stays as it was.
  for (const key of ['note', 'owner', 'evidence'])
    if (isSame(texts[key], practice.shown[key])) texts[key] = practice.kept[key];
  return {
    answer: chosen(practice),
    ...texts,
    date: practice.date.value,
    confirmed_by: keptOf(practice, 'confirmed_by'),
    due: practice.kept.due,
    source: keptOf(practice, 'source'),
  };
}

function factOf(field) {
  if (field.tagName === 'FIELDSET')
    return {text: field.querySelector('input:checked').value, quoted: false};
  return {text: given(field).trim(), quoted: field.dataset.kind === 'text'};
}

const isChanged = practice => {
  const now = collectAnswer(practice);
  return ['answer', 'note', 'evidence'].some(key => !isSame(now[key], practice.kept[key]));
};

/* Dates an answer that is given or changed, and the sheet with it; never over a person's own date. */
function dateAnswer(practice) {
  if (!practice.isDatedByHand)
    practice.date.value = isChanged(practice) ? today() : practice.kept.date;
  if (!isDayByHand) day.value = practices.some(isChanged) ? today() : keptDay;
}

/* Which dates a person has set, for a draft. */
const datedByHand = () => ({
  day: isDayByHand,
  answers: practices.filter(practice => practice.isDatedByHand).map(practice => practice.id),
});

function keepDatesByHand(byHand = {day: false, answers: []}) {
  isDayByHand = byHand.day;
  for (const id of byHand.answers)
    if (practiceById.has(id)) practiceById.get(id).isDatedByHand = true;
}

/* What the form says, and what was kept as far as the form does not say it now. */
const withKept = (said, kept) =>
  [...said, ...kept.filter(([id]) => !said.some(([each]) => each === id))];

function collect() {
  const asked = (fields, key, scalar) =>
    fields.map(field => [field.dataset[key], scalar(field)]).filter(([, value]) => value.text !== '');
  return {
    team: given(team) === shownTeam ? keptTeam : given(team),
    date: day.value,
    target: [...asked(targets, 'target', field => ({text: field.value, quoted: false})),
             ...kept.target],
    context: withKept(asked(facts, 'context', factOf), kept.context),
    tags: kept.tags,
    assessed_by: kept.assessed_by,
    scope: kept.scope,
    summary: kept.summary,
    answers: [...practices.map(practice => [practice.id, collectAnswer(practice)]), ...kept.answers],
  };
}

/* Puts a value where this page asks for it; false where it has no such place. */
function setChoice(field, text) {
  const options = field.tagName === 'FIELDSET' ? [...field.querySelectorAll('input')]
    : field.tagName === 'SELECT' ? [...field.options] : null;
  if (!options) {
    field.value = text;
    return true;
  }
  const found = options.find(option => option.value === text);
  if (found) found[field.tagName === 'SELECT' ? 'selected' : 'checked'] = true;
  return Boolean(found);
}

function fillScalars(fields, key, entries, remarks) {
  for (const field of fields) setChoice(field, '');
  return entries.filter(([id, value]) => {
    const field = fields.find(each => each.dataset[key] === id);
    if (value.isUnknown) return true;
    if (!field) remarks.push(`${key} ${id} is not asked here: kept, and saved again as it was`);
    else if (!setChoice(field, value.text))
      remarks.push(`${key} ${id}: "${value.text}" is no choice here, so none is chosen now`);
    return !field;
  });
}

function fillAnswer(practice, answer, remarks) {
  const offered = practice.radios.some(radio => radio.value === answer.answer);
  if (!offered)
    remarks.push(`${practice.id} applies to every team: "${answer.answer}" is unknown now`);
  choose(practice, offered ? answer.answer : 'unknown');
  practice.isDatedByHand = false;
  practice.note.value = answer.note;
  practice.evidence.value = answer.evidence.join('\n');
  practice.owner.value = answer.owner;
  practice.date.value = answer.date;
  practice.kept = {...answer, answer: offered ? answer.answer : ''};
  practice.shown = textsOf(practice);
}

/* Gives what a person should be told: what is kept though this page does not ask it, and what could
   not be kept. */
function fill(sheet) {
  const remarks = [];
  const answers = new Map(sheet.answers);
  keptTeam = sheet.team === data.noTeam ? '' : sheet.team;
  team.value = keptTeam;
  shownTeam = given(team);
  day.value = sheet.date;
  keptDay = sheet.date;
  isDayByHand = false;
  kept = {
    target: fillScalars(targets, 'target', sheet.target, remarks),
    context: fillScalars(facts, 'context', sheet.context, remarks),
    tags: sheet.tags,
    assessed_by: sheet.assessed_by,
    scope: sheet.scope,
    summary: sheet.summary,
    answers: sheet.answers.filter(([id]) => !practiceById.has(id)),
  };
  for (const [id] of [...sheet.tags, ...kept.answers])
    remarks.push(`${id} is not asked here: kept, and saved again as it was`);
  for (const practice of practices) {
    fillAnswer(practice, answers.get(practice.id) ?? noAnswer, remarks);
    practice.more.open = false;
    showPractice(practice);
  }
  return remarks;
}

/* The form as it was made. */
function reset() {
  kept = nothingKept();
  keptDay = '';
  isDayByHand = false;
  for (const field of [team, day]) field.value = field.defaultValue;
  keptTeam = shownTeam = given(team);
  for (const field of targets)
    for (const option of field.options) option.selected = option.defaultSelected;
  fillScalars(facts, 'context', [], []);
  for (const practice of practices) {
    fillAnswer(practice, noAnswer, []);
    practice.more.open = false;
    showPractice(practice);
  }
}

/* ---- What keeps a sheet from being saved ---- */

const statement = practice => practice.box.querySelector('legend').textContent;

function wrongTexts(sheet, say) {
  const tooLong = (field, about, text) => {
    if (bytes(text) > data.mostText)
      say(field, about, `longer than ${data.mostText / 1024} KiB: shorten it`);
  };
  tooLong(team, 'Name of the team', sheet.team);
  for (const practice of practices) {
    const {answer, note, owner, evidence} = collectAnswer(practice);
    const about = name => `${name} of “${statement(practice)}”`;
    if (answer === 'not-applicable' && !note)
      say(practice.note, about('Note'), 'not applicable needs a reason');
    tooLong(practice.note, about('Note'), note);
    tooLong(practice.owner, about('Owner'), owner);
    for (const each of evidence) tooLong(practice.evidence, about('Evidence'), each);
    if (isNoDate(practice.date)) say(practice.date, about('Date'), 'this is no date');
  }
}

const isNoDate = field => field.validity.badInput || (field.value !== '' && !isDate(field.value));

const isNoCount = text => !/^\d{1,10}$/.test(text) || Number(text) > 1e9;

/* Calls say(field, what it is, what is wrong) for each mistake. */
function check(sheet, text, say) {
  if (!sheet.team) say(team, 'Name of the team', 'the team needs a name');
  if (sheet.team === data.noTeam) say(team, 'Name of the team', 'write its own name');
  if (isNoDate(day)) say(day, 'Date of the assessment', 'this is no date');
  for (const field of facts)
    if (field.dataset.kind === 'number' && !isBlank(field.value) && isNoCount(field.value.trim()))
      say(field, `“${field.labels[0].textContent}”`, 'write a whole number from 0 up');
  wrongTexts(sheet, say);
  if (bytes(text) > data.mostSheet)
    say(team, 'All answers together', 'longer than 1 MiB: shorten the longest notes');
}
