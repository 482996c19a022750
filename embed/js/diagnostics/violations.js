// Violations of the page's Content Security Policy that concern the widget.

/**
 * @typedef {import("./files.js").Line} Line
 * @typedef {{ blockedURL?: string, effectiveDirective?: string, sourceFile?: string | null }} Violation
 */

/** What the widget asks for, and what it is refused. */
const OWN = /good-sport|wasm-eval/;

/**
 * Hears of violations, also of those before, where the browser tells; gives a function that gives
 * the lines about them.
 * @param {() => void} changed
 * @returns {() => Line[]}
 */
export function watchViolations(changed) {
  /** @type {string[]} */
  const heard = [];
  /** @param {Violation} violation */
  const hear = ({ blockedURL = "", effectiveDirective = "", sourceFile }) => {
    const text = `${effectiveDirective} refused ${blockedURL}`;
    if (!OWN.test(`${blockedURL} ${sourceFile}`) || heard.includes(text)) return;
    heard.push(text);
    changed();
  };
  document.addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, effectiveDirective, sourceFile } = event;
    hear({ blockedURL: blockedURI, effectiveDirective, sourceFile });
  });
  const Observer = /** @type {any} */ (globalThis).ReportingObserver;
  if (Observer) {
    /** @param {{ body: Violation }[]} reports */
    const read = (reports) => {
      for (const { body } of reports) hear(body);
    };
    new Observer(read, { types: ["csp-violation"], buffered: true }).observe();
  }
  return () =>
    heard.map((text) => [
      "note",
      `The page's policy was in the way: ${text}.${
        text.includes("wasm-eval")
          ? " This one line is expected where a policy has no 'wasm-unsafe-eval'."
          : ""
      }`,
    ]);
}
