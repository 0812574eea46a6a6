/* Texts as an engine takes and gives them: each behind its size in four bytes, the lowest first.
   The page and the npm package have this from here. */
function packTexts(texts) {
  const parts = texts.map(text => new TextEncoder().encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

function unpackTexts(bytes) {
  const texts = [];
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; at += 4 + view.getUint32(at, true))
    texts.push(decoder.decode(bytes.subarray(at + 4, at + 4 + view.getUint32(at, true))));
  return texts;
}
