// Ambient declarations: of what the build puts in, which are modules by alias and constants by
// definition, and of what some browsers have and TypeScript does not know.

/** The version of the package. */
declare const __VERSION__: string;
/** The letter that is shown when no other file can be loaded. */
declare const __LETTER__: string;
/** The hash of the program; a file's name begins its hash. */
declare const __PROGRAM__: string;
/** The hash of the fallback build, if there is one. */
declare const __FALLBACK__: string | null;
/** The hash of the report for the publisher. */
declare const __DIAGNOSTICS__: string;
/** The documented heights to reserve: the widest column that each is for, from the narrowest on. */
declare const __RESERVES__: [width: number | null, height: number][];
/** The hashes of the shell and of the words of each language, by its tag. */
declare const __LANGUAGES__: Record<string, [shell: string, words: string]>;
/** The name by which the program's wasm imports its glue, and its checksum. */
declare const __MODULE__: string;
declare const __SUM__: number;
/** The same of the linter's. */
declare const __LINTER_MODULE__: string;
declare const __LINTER_SUM__: number;
/** The kind and the hash of the linter's file. */
declare const __LINTER__: [kind: string, hash: string];
/** The hash of the linter's data of each language, by its tag. */
declare const __RULES__: Record<string, string>;

interface Document {
  /** Whether the page is loaded before anybody opens it. */
  readonly prerendering?: boolean;
}

interface Navigator {
  readonly connection?: { readonly saveData: boolean };
}

declare module "good-sport-inside" {
  /** The files that are bundled into this one, by their hash. */
  const inside: Record<string, unknown>;
  export default inside;
}

declare module "good-sport-fetched" {
  /** Loads the file of a kind and a hash; for an element, by its shadow root. */
  export function fetched(kind: string, hash: string, place: ShadowRoot): Promise<unknown>;
}

declare module "good-sport-imports" {
  /** What imports each file, by its kind. */
  const imports: Record<string, () => Promise<unknown>>;
  export default imports;
}

declare module "good-sport-shell" {
  /** An element as `[name, attributes, ...children]`, or a text. */
  type Tree = string | [name: string, attributes: Record<string, string>, ...children: Tree[]];
  /** A letter with the names of fields in braces, by the names of its controls. */
  type Parts = Record<string, string>;

  /** The style sheet. */
  export const styles: string;
  export const tag: string;
  export const tree: Tree;
  export const letter: { subject: string; paragraphs: string[][][]; space: string };
  export const fallback: Parts;
  export const fields: string[];
  export const vowels: string;
  export const unsure: string[];
  export const verbatim: RegExp;
  export const givenLimit: number;
  export const subjectLimit: number;
  export const copiedMillis: number;
  export const headingLevels: string[];
  export const slots: [
    text: string,
    field: string,
    given: string,
    absent: string,
    elided: string,
  ][];
  export const notices: Record<string, string>;
  export const sections: string[];
  export const forbiddenEvents: string[];
  export const privateEvents: string[];
}

declare module "good-sport-engine" {
  /** Compiles and starts the program, with every call into it guarded. */
  export function begin(guard: (exports: Record<string, unknown>) => object): Promise<void>;
}

/** The program as plain JavaScript; a module that has the exports of the wasm. */
declare module "good-sport-fallback";

declare module "good-sport-wasm" {
  /** The bytes of the program: one in each character. */
  const program: string;
  export default program;
}

declare module "good-sport-linter-engine" {
  /** Compiles and starts the linter. */
  export function begin(): Promise<void>;
}

/** The linter as plain JavaScript; a module that has the exports of the wasm. */
declare module "good-sport-linter-fallback";

declare module "good-sport-linter-wasm" {
  /** The bytes of the linter: one in each character. */
  const linter: string;
  export default linter;
}

declare module "good-sport-linter-glue" {
  /** The bindings of `embed/linter/src/lib.rs`, which say what each is for. */
  export class Lint {
    constructor(tag: string, text: string, details: string);
    step(): boolean;
    finish(): string | undefined;
    free(): void;
  }
  export function loadLinter(data: string): boolean;
  export function readRejection(tag: string, data: string, text: string): string | undefined;
  export function begin(): void;
  export function __wbg_set_wasm(exports: object): void;
}

declare module "good-sport-glue" {
  type Details = import("../good-sport.js").GoodSportDetails;
  type Letter = import("../good-sport.js").GoodSportLetter;
  type Finding = import("../good-sport.js").GoodSportFinding;
  type CopiedAs = import("../good-sport.js").GoodSportCopiedAs;
  /** A field of the form or of the letter, into which the visitor writes. */
  type TextField = HTMLInputElement | HTMLTextAreaElement;

  /** The host of the program, which `embed/src/host.rs` imports: what the scripts do for it. */
  interface Host {
    copy(
      text: string,
      html: string | undefined,
      field: TextField,
      done: (as: CopiedAs) => void,
    ): void;
    save(name: string, media: string, text: string): boolean;
    open(href: string): boolean;
    share(title: string, text: string, done: (did: boolean) => void): void;
    dispatch(name: string, detail: object): void;
    fit(root: Element): void;
    today(): number;
    isTouch(): boolean;
    canShare(): boolean;
    loadLanguage(tag: string): void;
    write(field: TextField, text: string): void;
    stored(key: string): string | undefined;
    store(key: string, text: string | undefined): boolean;
    watch(changed: () => void): void;
    unwatch(changed: () => void): void;
    lint(
      name: string,
      tag: string,
      text: string,
      details: string,
      done: (findings?: string) => void,
    ): void;
    readRejection(tag: string, text: string, done: (told?: string) => void): void;
  }

  /** The bindings of `embed/src/bindings.rs`, which say what each is for. */
  export class Widget {
    constructor(root: HTMLElement, host: Host, own: string, letter: string, seed: number);
    readonly root: HTMLElement;
    show(saved: string | undefined): void;
    set(attribute: string, value: string | undefined): void;
    setLanguage(tag: string): void;
    setLetterLanguage(tag: string): void;
    languageFailed(): void;
    details(): Details;
    fill(details: Partial<Details>): void;
    letter(): Letter;
    findings(): Finding[];
    copyLetter(): void;
    handOver(entries: [name: string, value: string][]): void;
    letterIsReady(): void;
    copied(what: string, as: CopiedAs): void;
    reset(): void;
    saved(): string;
    destroy(): void;
  }
  export function loadLanguage(words: Uint8Array): boolean;
  export function begin(): void;
  export function __wbg_set_wasm(exports: object): void;
}
