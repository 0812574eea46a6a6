/* Where the team stands, beside the questions; the report. All of it by the engine. */

let engine = null;
let deciding = null;
const decidingOnly = byId('deciding-only');

/* The sheet as it would be saved now, of a team that may have no name yet. */
function sheetNow() {
  const sheet = collect();
  return {name: data.file, text: writeSheet({...sheet, team: sheet.team || 'This team'})};
}

/* What this page itself can say of it; else the engine's words. */
function whyUnscored(sheet, said) {
  const mistakes = [];
  check({...collect(), team: data.file}, sheet.text,
    (field, about, reason) => mistakes.push(`${about}: ${reason}.`));
  return mistakes.join(' ') || said;
}

function showStanding() {
  if (!engine) return;
  const sheet = sheetNow();
  const [line, panel, ...open] = engine('stand', sheet.name, sheet.text);
  const usable = line !== '';
  byId('unscored').hidden = usable;
  byId('unscored-words').textContent = usable ? '' : whyUnscored(sheet, panel);
  if (!usable) return;
  deciding = new Set(open);
  byId('standing-panel').innerHTML = panel;
  byId('standing-line').textContent = line;
}

const reportName = () => fileName(given(team)).replace(/\.yaml$/, '.html');

/* None where the sheet cannot be used or saved: saving says why. */
function report() {
  const [made] = !given(team) ? [''] : engine('report', fileName(given(team)), sheetNow().text);
  if (!made) save();
  return made;
}

function openReport() {
  const made = report();
  if (!made) return;
  const address = URL.createObjectURL(new Blob([made], {type: 'text/html'}));
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), 600000);
}

function saveReport() {
  const made = report();
  if (made) download(reportName(), made, 'text/html');
}

/* Why and how, told where somebody wants to know. */
function tellAbout(event) {
  const why = event.target;
  if (!engine || !why.matches('.why') || why.querySelector('dl')) return;
  const {practice} = why.closest('.practice').dataset;
  why.insertAdjacentHTML('beforeend', engine('about', practice)[0]);
}

/* The engine with the rubrics of this page. */
async function scoringEngine(packed) {
  const started = await startEngine(packed);
  const {names, files} = data.rubrics;
  const wrong = started('keep', String(names.length), ...names,
    ...files.flatMap(each => [each.name, each.text]));
  if (wrong.length) throw new Error(wrong[0]);
  return started;
}

async function beginStanding() {
  const packed = byId('engine')?.textContent;
  if (!packed) return;
  try {
    engine = await scoringEngine(packed);
  } catch {
    for (const id of ['standing', 'unscored']) byId(id).hidden = false;
    byId('unscored-words').textContent =
      'This browser cannot run the engine; a newer one can. The answers can be saved as ever.';
    return;
  }
  for (const each of document.querySelectorAll('.scoring')) each.hidden = false;
  for (const why of document.querySelectorAll('.why[open]')) tellAbout({target: why});
  showStanding();
  showOpenOnly();
}
