// The context of a session: what its element does for it.
import type { GoodSportDetails, GoodSportErrorCode } from "../good-sport.js";
import type { Loads } from "./loader/files.js";
import type { Readiness } from "./loader/readiness.js";

/** Dispatches an event of the element. */
export type Dispatch = (name: string, detail: object) => void;

/** Why the widget does not work; a file that failed without a code did not load. */
export type Failure = Error & { code?: GoodSportErrorCode };

/** Requests of the page before there was a program: fields to fill in, a draft to forget. */
export interface Pending {
  details: Partial<GoodSportDetails>;
  forgets: boolean;
}

export interface Context {
  /** Whether all files are in the script of the tag. */
  readonly isWhole: boolean;
  /** Whether the slot has to stay, with what follows the unclosed element in the page. */
  isUnclosed: boolean;
  /** The promise of the widget, and the events of the element. */
  readonly readiness: Readiness;
  /** The tags of the widget's language and of the letter's, for which the visitor may choose one. */
  languages(chosen?: string): [own: string, letter: string];
  /** The fields that the URL fragment prefills. */
  fields(): Record<string, string>;
  /** Loads the program, and the words of languages. */
  load(tags: string[]): Loads;
  /** Loads another file, by its kind and its hash. */
  file<T>(kind: string, hash: string): Promise<T>;
  /** Adopts the style sheet of the widget. */
  adopt(sheet: CSSStyleSheet): void;
}
