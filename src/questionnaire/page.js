/* Drafts, saving, opening, and how the page begins. */

const saved = byId('saved');
const wrong = byId('wrong');
const opened = byId('opened');
const file = byId('file');

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/* ---- Drafts ---- */

const draftKey = `${data.draft} ${location.pathname}`;
let keepsDrafts = true;
let isSaved = true;
let pending = 0;

function tellDrafts() {
  byId('draft-state').textContent = keepsDrafts
    ? 'What you enter is kept in this browser as you go, until you start anew.'
    : 'This browser keeps no draft of this page: save before you close it.';
}

function writeDraft() {
  clearTimeout(pending);
  pending = 0;
  try {
    localStorage.setItem(draftKey, JSON.stringify({isSaved, sheet: collect(), byHand: datedByHand()}));
    keepsDrafts = true;
  } catch {
    keepsDrafts = false;
  }
  tellDrafts();
}

function readDraft() {
  try {
    const text = localStorage.getItem(draftKey);
    if (!text) return null;
    const draft = JSON.parse(text);
    fill(draft.sheet);
    keepDatesByHand(draft.byHand);
    return draft;
  } catch {
    reset();
    return null;
  }
}

function removeDraft() {
  clearTimeout(pending);
  pending = 0;
  try {
    localStorage.removeItem(draftKey);
  } catch {
    keepsDrafts = false;
  }
  tellDrafts();
}

function changed() {
  isSaved = false;
  saved.hidden = true;
  clearTimeout(pending);
  pending = setTimeout(writeDraft, 300);
  showStanding();
  if (decidingOnly.checked) showOpenOnly();
}

function showAll() {
  showProgress();
  showStanding();
  showOpenOnly();
}

/* ---- Saving ---- */

function unmark(field) {
  byId(`${field.id}-mistake`).remove();
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
}

function unmarkAll() {
  for (const field of document.querySelectorAll('[aria-invalid]')) unmark(field);
}

function mark(field, reason) {
  if (field.hasAttribute('aria-invalid')) return;
  const note = element('p', reason);
  note.id = `${field.id}-mistake`;
  note.className = 'mistake';
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', note.id);
  field.after(note);
}

function visit(field) {
  const practice = practiceOf(field);
  if (practice) {
    practice.part.hidden = false;
    practice.box.hidden = false;
    practice.more.open = true;
  }
  field.scrollIntoView({block: 'center'});
  field.focus({preventScroll: true});
}

function mistakeLink([field, about, reason]) {
  const item = document.createElement('li');
  const link = element('a', `${about}: ${reason}`);
  link.href = `#${field.id}`;
  link.addEventListener('click', event => {
    event.preventDefault();
    visit(field);
  });
  item.append(link);
  return item;
}

function download(name, text, type = 'application/yaml') {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function show(result) {
  result.hidden = false;
  result.scrollIntoView();
  result.focus({preventScroll: true});
}

function save() {
  const sheet = collect();
  const text = writeSheet(sheet);
  const mistakes = [];
  unmarkAll();
  check(sheet, text, (field, about, reason) => mistakes.push([field, about, reason]));
  saved.hidden = true;
  wrong.hidden = !mistakes.length;
  byId('wrong-list').replaceChildren(...mistakes.map(mistakeLink));
  for (const [field, , reason] of mistakes) mark(field, reason);
  if (mistakes.length) {
    show(wrong);
    return;
  }
  const name = fileName(sheet.team);
  download(name, text);
  isSaved = true;
  writeDraft();
  byId('saved-words').textContent = `${byId('progress-words').textContent}.`;
  for (const place of document.querySelectorAll('.file-name')) place.textContent = name;
  byId('command').textContent = data.command.replace(data.file, name);
  byId('text').value = text;
  show(saved);
}

async function copyText() {
  byId('text').select();
  try {
    await navigator.clipboard.writeText(byId('text').value);
    announce('Copied');
  } catch {
    announce('The text is selected; copy it with the keys of your system');
  }
}

/* ---- Opening ---- */

function tellOpened(title, remarks) {
  const list = document.createElement('ul');
  list.append(...remarks.map(each => element('li', each)));
  opened.replaceChildren(element('h3', title), ...(remarks.length ? [list] : []));
  show(opened);
}

function openSheet(name, text) {
  const {sheet, comments} = readSheet(text);
  const remarks = fill(sheet);
  if (comments)
    remarks.push(`Comments are not kept: ${comments} of them will be missing when you save.`);
  unmarkAll();
  wrong.hidden = true;
  saved.hidden = true;
  isSaved = true;
  showAll();
  writeDraft();
  tellOpened(`${name} is open: ${byId('progress-words').textContent}`, remarks);
}

async function openFile() {
  const [picked] = file.files;
  if (!picked) return;
  try {
    if (picked.size > data.mostSheet) throw new Refusal(1, 'it is larger than 1 MiB');
    const content = await picked.arrayBuffer();
    openSheet(picked.name, new TextDecoder('utf-8', {fatal: true}).decode(content));
  } catch (problem) {
    const place = problem instanceof Refusal ? `line ${problem.line}: ${problem.message}`
      : 'it is no readable UTF-8 text';
    tellOpened(`${picked.name} was not opened, and nothing was changed`, [place]);
  }
  file.value = '';
}

function startAnew() {
  if (!confirm('Remove all answers from this page and its draft?')) return;
  reset();
  unmarkAll();
  for (const result of [wrong, saved, opened]) result.hidden = true;
  isSaved = true;
  showAll();
  removeDraft();
  team.focus();
}

/* ---- Beginning ---- */

function onInput(event) {
  if (event.target === letters || event.target === file) return;
  const practice = practiceOf(event.target);
  if (event.target.hasAttribute('aria-invalid')) unmark(event.target);
  if (practice && event.target.type === 'radio') {
    answered(practice);
    return;
  }
  if (event.target === day) isDayByHand = true;
  else if (practice && event.target === practice.date) practice.isDatedByHand = true;
  else if (practice) dateAnswer(practice);
  changed();
}

function begin() {
  reset();
  const draft = readDraft();
  isSaved = draft ? draft.isSaved === true : true;
  for (const each of document.querySelectorAll('.scripted')) each.hidden = false;
  showProgress();
  try {
    localStorage.setItem(`${draftKey} probe`, '');
    localStorage.removeItem(`${draftKey} probe`);
  } catch {
    keepsDrafts = false;
  }
  tellDrafts();
}

document.addEventListener('keydown', onKey);
document.querySelector('main').addEventListener('input', onInput);
document.addEventListener('toggle', tellAbout, true);
const isShort = () => openOnly.checked || decidingOnly.checked;
document.addEventListener('focusin', () => isShort() && showOpenOnly());
for (const each of [openOnly, decidingOnly]) each.addEventListener('change', showOpenOnly);
byId('next-open').addEventListener('click', nextOpen);
byId('open').addEventListener('click', () => {
  if (isSaved || confirm('Replace what is on this page? It was not saved yet.')) file.click();
});
byId('anew').addEventListener('click', startAnew);
byId('copy').addEventListener('click', copyText);
file.addEventListener('change', openFile);
for (const button of document.querySelectorAll('.save')) button.addEventListener('click', save);
window.addEventListener('pagehide', () => pending && writeDraft());
window.addEventListener('beforeunload', event => { if (!isSaved) event.preventDefault(); });
document.querySelector('nav').addEventListener('click', event => {
  const part = byId(event.target.closest('a')?.hash.slice(1));
  if (!part?.hidden) return;
  for (const each of [openOnly, decidingOnly]) each.checked = false;
  showOpenOnly();
});
byId('open-report').addEventListener('click', openReport);
byId('save-report').addEventListener('click', saveReport);
byId('standing-panel')?.addEventListener('click', event => {
  const practice = practiceById.get(event.target.closest('a')?.hash.slice(1, -1));
  if (!practice) return;
  event.preventDefault();
  goTo(practice);
});
window.addEventListener('storage', event => {
  if (event.key === draftKey)
    byId('draft-state').textContent =
      'This form is open in another window, too: the draft is what was changed last.';
});
begin();
beginStanding();
