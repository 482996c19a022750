// Moments that loading waits for: the page is read to its end, is idle, or is scrolled near.

/** The longest that the program waits for a page that is never idle. */
const IDLE_MILLIS = 2_000;

/**
 * Calls once the page is read to its end: before that nobody knows which elements it places, nor
 * what one holds.
 * @param {(value?: any) => void} call
 */
export function whenParsed(call) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", call);
  else call();
}

/**
 * Calls when the page has nothing better to do.
 * @param {(value?: any) => void} call
 */
export function whenIdle(call) {
  // Safari has no way to ask.
  const isAsked = /** @type {any} */ (globalThis).requestIdleCallback;
  if (isAsked) requestIdleCallback(call, { timeout: IDLE_MILLIS });
  else setTimeout(call, 1);
}

/**
 * Calls once when an element comes so near to what is seen, unless the observer is disconnected.
 * @param {Element} element
 * @param {string} rootMargin
 * @param {() => void} call
 */
export function whenNear(element, rootMargin, call) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((it) => it.isIntersecting)) return;
      observer.disconnect();
      call();
    },
    { rootMargin },
  );
  observer.observe(element);
  return observer;
}
