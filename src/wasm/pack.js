// node pack.js FROM TO: the same bytes, as small as Brotli makes them.
const {readFileSync, writeFileSync} = require('fs');
const {brotliCompressSync, constants} = require('zlib');

const [from, to] = process.argv.slice(2);
const bytes = readFileSync(from);
writeFileSync(to, brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
}));
