// The library's functions: texts in, a document and diagnostics out.

import {createRequire} from 'node:module';
import {packTexts, unpackTexts} from './text_list.mjs';

const require = createRequire(import.meta.url);
const {wasmBinary} = require('./read_engine.js');
const engine = await require('./engine.js')({wasmBinary, noInitialRun: true});

function ask(what, file, format, {names = [], files = []}) {
  const texts = [what, file.name, file.text, format, String(names.length), ...names,
    ...files.flatMap(each => [each.name, each.text])];
  if (!texts.every(text => typeof text === 'string')) throw new TypeError('a text is no string');
  const request = packTexts(texts);
  const at = engine._malloc(request.length);
  engine.HEAPU8.set(request, at);
  const size = engine._engine_answer(at, request.length);
  const text = engine._engine_text();
  const [usable, document, diagnostics] = unpackTexts(engine.HEAPU8.subarray(text, text + size));
  return {usable: usable !== '', document, diagnostics};
}

export const score = (sheet, format, rubrics = {}) => ask('score', sheet, format, rubrics);
export const validate = (file, rubrics = {}) => ask('validate', file, '', rubrics);
