'use strict';
// The two engines, which share much and so stand in one compressed file.

const {readFileSync} = require('fs');
const {join} = require('path');
const {brotliDecompressSync} = require('zlib');

const both = brotliDecompressSync(readFileSync(join(__dirname, 'engines.br')));
const end = 4 + both.readUInt32LE(0);

exports.wasmBinary = both.subarray(4, end);

/// The engine of the page to answer on, as the page holds it: the same bytes on every system.
exports.pageEngine = () => {
  const {gzip} = require('./pako.js');
  return Buffer.from(gzip(both.subarray(end), {level: 9})).toString('base64');
};
