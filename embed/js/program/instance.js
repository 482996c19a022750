// WebAssembly whose bytes are in a script: read from their string, compared, compiled and started.

/**
 * The bytes that a string holds, one in each character.
 * @param {string} text
 * @param {number} sum
 */
function bytes(text, sum) {
  const bytes = new Uint8Array(text.length);
  let read = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = text.charCodeAt(at);
    read = (read * 31 + bytes[at]) | 0;
  }
  // Old minifiers take a string for code: https://github.com/wp-media/wp-rocket/issues/8834
  if (read !== sum) {
    throw new Error(
      "this script was changed on its way; exclude it from what minifies or rewrites scripts",
    );
  }
  return bytes;
}

/**
 * Compiles and starts WebAssembly, and gives its exports.
 * @param {string} text
 * @param {number} sum
 * @param {string} module the name by which it imports its glue
 * @param {object} glue
 * @returns {Promise<Record<string, any>>}
 */
export async function instantiate(text, sum, module, glue) {
  const imports = { [module]: /** @type {any} */ (glue) };
  const { instance } = await WebAssembly.instantiate(bytes(text, sum), imports);
  return instance.exports;
}
