// An error with a code: why the widget does not work, for the page's own scripts.

/**
 * Makes an error whose code the page may read.
 * @param {import("../../good-sport.js").GoodSportErrorCode} code
 * @param {string} message
 * @param {unknown} [cause]
 */
export function failure(code, message, cause) {
  const error = /** @type {Error & { code: typeof code }} */ (new Error(message, { cause }));
  error.code = code;
  return error;
}
