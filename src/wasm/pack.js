// Packs the engines for the page and for the npm package.
//   node pack.js gzip WASM             prints it gzipped in base64, as a page holds it
//   node pack.js join ENGINE PAGE TO   both engines, of which the package's read_engine.js makes two
'use strict';
const {readFileSync, writeFileSync} = require('fs');
const {brotliCompressSync, constants} = require('zlib');
const {gzip} = require('pako');

const [what, ...files] = process.argv.slice(2);
if (what === 'gzip') {
  process.stdout.write(Buffer.from(gzip(readFileSync(files[0]), {level: 9})).toString('base64'));
} else {
  const [engine, page] = files.slice(0, 2).map(name => readFileSync(name));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(engine.length);
  const all = Buffer.concat([size, engine, page]);
  writeFileSync(files[2], brotliCompressSync(all, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: all.length,
    },
  }));
}
