/**
 * Hands the tests what draws the widgets of a page.
 *
 * `render` gets `{ widgets: [{ key, company, details }], portal }`, and is done when they are there.
 */
export function renders(render, { portals = false } = {}) {
  window.heard = [];
  window.hostReady = Promise.resolve({
    kind: "renders",
    portals,
    async render(page) {
      // A driver may hand over objects of another realm, which a framework does not take for plain.
      await render(JSON.parse(JSON.stringify(page)));
    },
  });
}

/** Notes that the widget with this key said that it was copied. */
export const hear = (key) => window.heard.push(key);
