// Generated from api.toml.
//
// The script is no module and exports nothing: these are types alone, for `import type`. The class of the
// element is `customElements.get("good-sport")`.

/** Copied with its HTML, as plain text, or not at all: the text is selected for the visitor. */
export type GoodSportCopiedAs = "rich" | "plain" | "manual";

/** What was copied. */
export type GoodSportCopied = "letter" | "subject" | "note";

/** How the letter left the widget. */
export type GoodSportChannel = "mailto" | "gmail" | "outlook" | "yahoo" | "eml" | "share";

/** Why the widget does not work. */
export type GoodSportErrorCode = "offline" | "policy" | "load" | "version" | "browser" | "panic";

/** The form. */
export interface GoodSportDetails {
  company: string;
  role: string;
  recipient: string;
  sender: string;
  /** One thing that the writer valued. */
  highlight: string;
  /** Who recommended the writer. */
  referrer: string;
  situation: string;
  tone: string;
  length: "full" | "short";
}

/** The letter. */
export interface GoodSportLetter {
  readonly subject: string;
  /** Plain text; an empty line between paragraphs. */
  readonly body: string;
  /** The body as HTML: paragraphs and line breaks. */
  readonly html: string;
  /** BCP 47. */
  readonly lang: string;
}

/** A finding of the tone linter. */
export interface GoodSportFinding {
  /** The rule, such as `argue` or `placeholder`. */
  readonly id: string;
  readonly severity: "stop" | "consider" | "info";
  /** In UTF-16 code units of the body; equal to `end` for a finding about the whole letter. */
  readonly start: number;
  readonly end: number;
  /** One sentence, in the language of the letter. */
  readonly why: string;
  /** Replacement text; empty to remove the words, `null` when only the writer knows. */
  readonly fix: string | null;
}

/** Why `ready` and `copy()` are rejected. */
export interface GoodSportError extends Error {
  readonly code: GoodSportErrorCode;
}

/** The attributes of the element, for the types of a framework. */
export interface GoodSportAttributes {
  /** Fills in the company. */
  company?: string;
  /** Fills in the role. */
  role?: string;
  /** Fills in the name that the letter greets. */
  recipient?: string;
  /** Fills in the sender's name. */
  sender?: string;
  /** What happened: facts in any order, at most one outcome, one stage and one channel, and any of the rest; any of `chosen` `insider` `paused` `cancelled` `ghosted` `rescinded` `interview` `application` `screen` `final` `email` `phone` `automated` `agency` `feedback` `kept` `referral` `task` `again` `internal`. */
  situation?: string;
  /** A whole number that picks among the variants of the letter; the same seed and form give the same letter. */
  seed?: number | string;
  /** How the letter sounds. */
  tone?: "classic" | "warm" | "formal";
  /** How long the letter is. */
  length?: "full" | "short";
  /** Light or dark; `auto` is the page's `color-scheme`, else as the background behind the element. */
  theme?: "auto" | "light" | "dark";
  /** `ask`: the visitor may tick "Save my draft on this device", and until then nothing is stored. */
  storage?: "ask" | "off";
  /** Sections to leave out; any of `heading` `intro` `form` `mail` `channels` `people` `reminders` `checklist` `keep`. */
  hide?: string;
  /** The level of the heading. */
  "heading-level"?: "2" | "3" | "4" | "5" | "6";
  /** The language of the widget; one of `ar` `de` `en` `en-GB` `es` `fr` `ja` `pt-BR`. */
  lang?: string;
  /** The language of the letter; the visitor can change it; one of `ar` `de` `en` `en-GB` `es` `fr` `ja` `pt-BR`. */
  "letter-lang"?: string;
  /** `lazy`: nothing but the script is loaded until the widget comes near the viewport. */
  loading?: "lazy" | "eager";
  /** `fragment`: the address of the page may fill in the form. */
  prefill?: "off" | "fragment";
}

/** The element. */
export interface GoodSportElement extends HTMLElement {
  /** Fulfilled when the widget works; rejected with a `GoodSportError` when it cannot. */
  readonly ready: Promise<void>;
  /** Gets or sets the form; before `ready` it has what the page has set, and keys that are missing stay as they are. */
  details: Partial<GoodSportDetails>;
  /** The letter as it is shown and will be copied; `null` before `ready`. */
  readonly letter: GoodSportLetter | null;
  /** What the tone linter points out in the body, in the order of the text; empty until it has read it. */
  readonly findings: readonly GoodSportFinding[];
  /** Copies the letter; browsers allow that inside a click only. */
  copy(): Promise<GoodSportCopiedAs>;
  /** Goes back to the attributes, and forgets what was stored. */
  reset(): void;
}

/** The events of the element. */
export interface GoodSportEventMap {
  /** The widget works. */
  "good-sport-ready": CustomEvent<{ version: string; lang: string }>;
  /** Something was copied. */
  "good-sport-copy": CustomEvent<{ as: GoodSportCopiedAs; what: GoodSportCopied }>;
  /** The letter was opened in a mail program or service, saved as a draft, or shared. */
  "good-sport-send": CustomEvent<{ channel: GoodSportChannel }>;
  /** A reminder in 1, 3 or 6 months was saved; one event for each. */
  "good-sport-remind": CustomEvent<{ months: number }>;
  /** A tick of the checklist changed. */
  "good-sport-check": CustomEvent<{ done: number; total: number }>;
  /** The widget does not work. */
  "good-sport-error": CustomEvent<{ code: GoodSportErrorCode; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "good-sport": GoodSportElement;
  }
  interface GlobalEventHandlersEventMap extends GoodSportEventMap {}
}
