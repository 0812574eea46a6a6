#!/usr/bin/env node
'use strict';
// The command line: the engine with this process's arguments, environment, files and streams.

const {wasmBinary, pageEngine} = require('./read_engine.js');

// One run is shorter than what a second compiler would win.
require('v8').setFlagsFromString('--liftoff-only');

const windows = process.platform === 'win32';
const slashes = text => (windows ? text.replaceAll('\\', '/') : text);

require('./engine.js')({
  wasmBinary,
  pageEngine,
  arguments: process.argv.slice(2).map(slashes),
  preRun: [engine => Object.assign(engine.ENV, process.env)],
});
