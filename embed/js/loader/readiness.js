// Readiness: the promise `ready` of an element, and the events that tell the page the same.
import { CustomEvent } from "./builtins.js";

/** @typedef {import("../context.js").Failure} Failure */

export class Readiness {
  #element;
  /**
   * Settles the promise, until it is settled.
   * @type {((outcome?: any) => void) | undefined}
   */
  #settle;
  /**
   * The failure that the page was told of, until the widget works.
   * @type {Failure | undefined}
   */
  #failure;
  /** @type {Promise<void> | undefined} */
  promise;

  /** @param {Element} element */
  constructor(element) {
    this.#element = element;
    this.begin();
  }

  /** Promises the widget: anew for each try after a failure. */
  begin() {
    if (this.#settle) return;
    this.promise = new Promise((resolve) => {
      this.#settle = resolve;
    });
    // A page that does not ask shall not hear of it as an unhandled rejection.
    this.promise.catch(() => {});
  }

  /** @param {Promise<void>} [outcome] */
  #end(outcome) {
    this.#settle?.(outcome);
    this.#settle = undefined;
  }

  /**
   * Fulfills the promise.
   * @param {string} lang
   */
  succeed(lang) {
    this.#failure = undefined;
    this.#end();
    this.dispatch("good-sport-ready", { version: __VERSION__, lang });
  }

  /**
   * Rejects the promise, and reports the failure.
   * @param {Failure} cause
   */
  fail(cause) {
    // What worked may stop.
    this.begin();
    this.#end(Promise.reject(cause));
    this.report(cause);
  }

  /**
   * Tells the page's developer and the page what went wrong.
   * @param {Failure} cause
   */
  report(cause) {
    cause.code ??= "load";
    // The next try may fail as well; once is enough to say it.
    if (this.#failure) return;
    this.#failure = cause;
    const { code, message } = cause;
    console.warn("good-sport:", message);
    this.dispatch("good-sport-error", { code, message });
  }

  /** @type {import("../context.js").Dispatch} */
  dispatch = (name, detail) => {
    this.#element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  };
}
