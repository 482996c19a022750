// Storage of drafts on the device. Where a browser refuses it, nothing is stored and nothing
// breaks.
import { drop } from "../loader/builtins.js";

/** How the names of all drafts begin. */
const OURS = "good-sport";
/**
 * Who wants to hear that a draft may be another one now.
 * @type {(() => void)[]}
 */
const watchers = [];

function notify() {
  for (const hear of [...watchers]) hear();
}

// Other tabs. A page that comes back from the cache of pages has heard of nothing meanwhile.
addEventListener("storage", ({ key }) => {
  if (key === null || key.startsWith(OURS)) notify();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) notify();
});

/** @param {() => void} hear */
export const watch = (hear) => watchers.push(hear);
/** @param {() => void} hear */
export const unwatch = (hear) => drop(watchers, hear);

/**
 * The text that is kept under a name.
 * @param {string} key
 */
export function stored(key) {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text under a name, or nothing. Whether that is so then: a store may refuse, or be full.
 * @param {string} key
 * @param {string | undefined} text
 */
export function store(key, text) {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // What is there now tells.
  }
  const isDone = stored(key) === text;
  // Other widgets of this page, which hear of no event.
  if (isDone) notify();
  return isDone;
}
