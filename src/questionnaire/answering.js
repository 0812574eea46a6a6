/* Answering: progress, moving from practice to practice, keys. */

const status = byId('status');
const openOnly = byId('open-only');
const letters = byId('letters');

/* Said by screen readers. */
function announce(words) {
  status.textContent = '';
  setTimeout(() => { status.textContent = words; }, 50);
}

/* ---- Progress ---- */

function showProgress() {
  const parts = new Map();
  let answered = 0;
  for (const practice of practices) {
    const part = parts.get(practice.part) ?? {answered: 0, all: 0};
    part.all += 1;
    if (!isOpen(practice)) {
      part.answered += 1;
      answered += 1;
    }
    parts.set(practice.part, part);
  }
  for (const [part, count] of parts)
    for (const place of document.querySelectorAll(`[data-count="${part.id}"]`)) {
      place.textContent = `${count.answered} of ${count.all}`;
      place.classList.toggle('done', count.answered === count.all);
    }
  byId('progress').value = answered;
  byId('progress-words').textContent = `${answered} of ${practices.length} answered`;
  return parts;
}

/* Whether a switch takes it from sight. */
const isPassedOver = practice =>
  (openOnly.checked && !isOpen(practice)) ||
  (decidingOnly.checked && deciding !== null && !deciding.has(practice.id));

/* Hides what the switches pass over, but never what has the focus. */
function showOpenOnly() {
  for (const practice of practices)
    practice.box.hidden =
      isPassedOver(practice) && !practice.box.contains(document.activeElement);
  for (const part of document.querySelectorAll('.part'))
    part.hidden = !part.querySelector('.practice:not([hidden])');
}

/* ---- Moving and answering ---- */

const practiceOf = node => practices.find(practice => practice.box.contains(node));

function goTo(practice) {
  practice.box.hidden = false;
  practice.part.hidden = false;
  const radio = checkedRadio(practice);
  practice.box.scrollIntoView();
  radio.focus({preventScroll: true});
}

/* The practice at or after the focus, or before it, in reading order. */
function neighbour(step, wanted) {
  const focus = document.activeElement;
  const inside = practiceOf(focus);
  const list = practices.filter(each => each === inside || wanted(each));
  if (inside) return list[list.indexOf(inside) + step];
  const isAfter = each =>
    focus.compareDocumentPosition(each.box) & Node.DOCUMENT_POSITION_FOLLOWING;
  return step > 0 ? list.find(isAfter) : list.findLast(each => !isAfter(each));
}

function step(by) {
  const next = neighbour(by, practice => !practice.box.hidden);
  if (next) goTo(next);
  else announce(by > 0 ? 'That was the last practice' : 'That was the first practice');
}

function nextOpen() {
  const isNext = each => isOpen(each) && !isPassedOver(each);
  const next = neighbour(1, isNext) ?? practices.find(isNext);
  if (next) goTo(next);
  else announce(practices.some(isOpen) ? 'No open question can change a level'
    : 'All practices are answered');
}

function answered(practice) {
  dateAnswer(practice);
  showPractice(practice);
  const count = showProgress().get(practice.part);
  if (count.answered === count.all && !isOpen(practice))
    announce(`All of ${practice.part.querySelector('h2').textContent} answered`);
  changed();
}

const answerKeys = {n: 'no', p: 'partially', m: 'mostly', f: 'fully', x: 'not-applicable',
                    u: 'unknown'};

function answerByKey(practice, answer) {
  const radio = practice.radios.find(each => each.value === answer);
  if (!radio) {
    announce('This practice applies to every team');
    return;
  }
  radio.focus();
  if (radio.checked) return;
  radio.checked = true;
  answered(practice);
}

const takesLetters = node =>
  node.matches('textarea, select, input:not([type=radio], [type=checkbox])');

function onKey(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const node = event.target;
  if (event.altKey) {
    const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!by || node.matches('select')) return;
    event.preventDefault();
    step(by);
    return;
  }
  const practice = practiceOf(node);
  if (!practice || event.shiftKey || !letters.checked || takesLetters(node)) return;
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
  else if (Object.hasOwn(answerKeys, event.key)) answerByKey(practice, answerKeys[event.key]);
  else return;
  event.preventDefault();
}
