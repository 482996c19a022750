// The style sheets that an element has of its own, before those of the widget have come.

/**
 * A new sheet each time: WebKit does not see that one which is in use has changed.
 * @param {string} rules
 */
function sheet(rules) {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/**
 * The rules for every element; a page's own take precedence. A browser without constructed sheets is
 * too old for the rest.
 * @type {CSSStyleSheet | undefined}
 */
export const block =
  /** @type {any} */ (globalThis).CSSStyleSheet?.prototype.replaceSync &&
  sheet(
    ":host{display:block;margin-block-end:1em}:host([hidden]){display:none!important}pre{font:inherit;white-space:pre-wrap}",
  );

/**
 * A rule that keeps a height free.
 * @param {string} height
 */
export const reserve = (height) => sheet(`:host{min-height:${height}}`);
