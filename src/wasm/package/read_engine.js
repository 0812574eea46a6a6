'use strict';

const {readFileSync} = require('fs');
const {join} = require('path');
const {brotliDecompressSync} = require('zlib');

exports.readEngine = () => brotliDecompressSync(readFileSync(join(__dirname, 'engine.wasm.br')));
