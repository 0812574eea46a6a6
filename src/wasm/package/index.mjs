// The library's functions: texts in, a document and diagnostics out.

import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {wasmBinary} = require('./read_engine.js');
const engine = await require('./engine.js')({wasmBinary, noInitialRun: true});

// Texts as the engine takes and gives them: each behind its size in four bytes.
function pack(texts) {
  return Buffer.concat(texts.flatMap(text => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(Buffer.byteLength(text));
    return [size, Buffer.from(text)];
  }));
}

function unpack(bytes) {
  const texts = [];
  for (let at = 0; at < bytes.length; at += 4 + bytes.readUInt32LE(at))
    texts.push(bytes.toString('utf8', at + 4, at + 4 + bytes.readUInt32LE(at)));
  return texts;
}

function ask(what, file, format, {names = [], files = []}) {
  const request = pack([what, file.name, file.text, format, String(names.length), ...names,
    ...files.flatMap(each => [each.name, each.text])]);
  const at = engine._malloc(request.length);
  engine.HEAPU8.set(request, at);
  const size = engine._engine_answer(at, request.length);
  const text = engine._engine_text();
  const [usable, document, diagnostics] = unpack(Buffer.from(engine.HEAPU8.subarray(text, text + size)));
  return {usable: usable !== '', document, diagnostics};
}

export const score = (sheet, format, rubrics = {}) => ask('score', sheet, format, rubrics);
export const validate = (file, rubrics = {}) => ask('validate', file, '', rubrics);
