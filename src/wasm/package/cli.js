#!/usr/bin/env node
'use strict';
// The command line: the engine with this process's arguments, environment, files and streams.

const {isAbsolute, relative} = require('path');
const {wasmBinary, pageEngine} = require('./read_engine.js');

// One run is shorter than what a second compiler would win.
require('v8').setFlagsFromString('--liftoff-only');

// The engine knows paths with `/` that begin where the command runs.
const path_words = process.platform !== 'win32' ? words => words : words => words.map(word =>
  (isAbsolute(word) ? relative(process.cwd(), word) : word).replaceAll('\\', '/'));

require('./engine.js')({
  wasmBinary,
  pageEngine,
  arguments: path_words(process.argv.slice(2)),
  preRun: [engine => Object.assign(engine.ENV, process.env)],
});
