// Custom models of any number of parameters with any titles.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary_folder } from './support.mjs';

/// Writes a rubric with one parameter per title, and a sheet that answers some of it. Returns the
/// arguments of `report` after the format.
export function made_model(titles) {
  const ids = titles.map((_, i) => `p${i}`);
  const answers = ['fully', 'partially', 'no', 'mostly'];
  const rubric = {
    schema: 'mlops-assess/rubric/1',
    id: 'made',
    title: 'A model made for a test',
    version: '1.0.0',
    source: { title: 'A test', note: 'Made up.' },
    parameters: ids.map((id, i) => ({ id, title: titles[i], about: 'Something to look at.' })),
    practices: ids.flatMap((id) => ['low', 'high'].map((level) => ({
      id: `${id}-${level}`,
      parameter: id,
      statement: `The ${level} practice of ${id} is done.`,
      why: 'It helps.',
      if_missing: `the ${level} practice of ${id} is not done`,
      evidence: ['A link'],
      deliverable: 'The practice',
      success: 'It is done.',
      effort: 'S',
    }))),
    levels: [
      { level: 0, name: 'None', summary: 'Nothing.' },
      { level: 1, name: 'Low', summary: 'Something.' },
      { level: 2, name: 'High', summary: 'Everything.' },
    ],
    cells: Object.fromEntries(ids.map((id) => [id, [
      { level: 0, describes: 'Nothing.' },
      { level: 1, describes: 'Something.', requires: [`${id}-low`] },
      { level: 2, describes: 'Everything.', requires: [`${id}-high`] },
    ]])),
  };
  const sheet = {
    schema: 'mlops-assess/answers/1',
    team: 'A team made for a test',
    date: '2026-11-20',
    answers: Object.fromEntries(ids.flatMap((id, i) => [
      [`${id}-low`, answers[i % answers.length]],
      [`${id}-high`, answers[(i + 2) % answers.length]],
    ])),
  };
  const folder = temporary_folder();
  const paths = { rubric: join(folder, 'rubric.yaml'), sheet: join(folder, 'answers.yaml') };
  // JSON is YAML.
  writeFileSync(paths.rubric, JSON.stringify(rubric, null, 1));
  writeFileSync(paths.sheet, JSON.stringify(sheet, null, 1));
  return [paths.sheet, '--rubric', paths.rubric];
}
