/**
 * The element that the script of the tag defines, and what it says to the page.
 *
 * The script is no module and exports nothing: these are types alone, for `import type`. The element's
 * class is there as `customElements.get("good-sport")`.
 */

/** The form. Keys that are missing when it is set stay as they are. */
export interface GoodSportDetails {
  company: string;
  role: string;
  recipient: string;
  sender: string;
  /** One thing that the writer valued. */
  highlight: string;
  situation: string;
  tone: string;
  length: "full" | "short";
}

/** The letter as it stands: what is shown, and what will be copied. */
export interface GoodSportLetter {
  readonly subject: string;
  /** Plain text; an empty line between paragraphs. */
  readonly body: string;
  /** The body as HTML: paragraphs and line breaks. */
  readonly html: string;
  /** BCP 47. */
  readonly lang: string;
}

/** Something that the sportsmanship check points out in the body of the letter as it stands. */
export interface GoodSportFinding {
  /** Such as `argue` or `placeholder`. */
  readonly id: string;
  readonly severity: "stop" | "consider" | "info";
  /** From here to `end`, in UTF-16 units of the body; equal when it is about the whole letter. */
  readonly start: number;
  readonly end: number;
  /** Why, in one sentence of the letter's language. */
  readonly why: string;
  /** What to put there instead; empty to take it out, `null` when only the writer knows. */
  readonly fix: string | null;
}

/** Copied with its HTML, as plain text, or not at all: the text is selected for the visitor. */
export type GoodSportCopiedAs = "rich" | "plain" | "manual";

/** By what the letter left the widget. */
export type GoodSportChannel = "mailto" | "gmail" | "outlook" | "yahoo" | "eml" | "share";

/**
 * Why the widget does not work: a file did not come or differs, a policy refused it, the visitor is
 * offline, the browser is too old, the files are of two builds, or the program has stopped.
 */
export type GoodSportErrorCode = "load" | "policy" | "offline" | "browser" | "version" | "panic";

/** Why `ready` and `copy()` are rejected. */
export interface GoodSportError extends Error {
  readonly code: GoodSportErrorCode;
}

export interface GoodSportElement extends HTMLElement {
  /** Fulfilled when the widget works; rejected with a {@link GoodSportError} when it cannot. */
  readonly ready: Promise<void>;
  /** All of them once it is ready; before that, those that the page has set. */
  details: Partial<GoodSportDetails>;
  /** `null` before `ready`. */
  readonly letter: GoodSportLetter | null;
  /** What the sportsmanship check points out, in the order of the text; empty before `ready`. */
  readonly findings: readonly GoodSportFinding[];
  /** Copies the letter. Browsers allow that inside a click only. */
  copy(): Promise<GoodSportCopiedAs>;
  /** Goes back to the attributes and forgets what was stored. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "good-sport": GoodSportElement;
  }
  interface GlobalEventHandlersEventMap {
    "good-sport-ready": CustomEvent<{ version: string; lang: string }>;
    "good-sport-copy": CustomEvent<{ as: GoodSportCopiedAs; what: "letter" | "subject" | "note" }>;
    "good-sport-send": CustomEvent<{ channel: GoodSportChannel }>;
    "good-sport-remind": CustomEvent<{ months: number }>;
    "good-sport-check": CustomEvent<{ done: number; total: number }>;
    "good-sport-error": CustomEvent<{ code: GoodSportErrorCode; message: string }>;
  }
}
