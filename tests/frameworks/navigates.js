/**
 * Hands the tests the ways through the pages.
 *
 * `event` says that the contents of a page are there; `settled` may give a promise of what follows.
 */
export function navigates(event, settled = () => {}) {
  const after = (move) =>
    new Promise((resolve) => {
      document.addEventListener(event, () => resolve(settled()), { once: true });
      move();
    });
  const host = {
    kind: "navigates",
    go: () => after(() => document.querySelector("a").click()),
    back: () => after(() => history.back()),
  };
  // The event may come for the first page, too, as late as `load`.
  window.hostReady = new Promise((resolve) => {
    addEventListener("load", () => setTimeout(resolve, 0, host));
  });
}
