// The letter by hand, from the words of the widget.
//
// What a visitor typed is put in nearly as it is. Left out is the widget's care for how a letter
// reads: it takes "the" off a role and "Dear" off a name, knows a title, tells in which of seven
// grammatical forms a highlight was typed, shortens a subject, and takes another variant where
// sentences would begin alike or repeat a word of the highlight.

import * as labels from "words:labels";
import {
  checklist,
  facts,
  guidance,
  lengths,
  slots,
  subject,
  subject_separator,
  tones,
} from "words:text";
import { ASK, FIELDS, FIXED, GROUPS } from "./choices.js";

/** What stands in an untouched form. The widget draws a seed for each visitor. */
export const UNTOUCHED = {
  company: "",
  role: "",
  recipient: "",
  sender: "",
  highlight: "",
  situation: "",
  stage: "",
  tone: tones[0].id,
  length: lengths[0].id,
  seed: 0,
};

const join = (parts, separator) => parts.filter(Boolean).join(separator);

/** What the letter says for a field. */
const said = (details, field) => details[field].trim().replace(/\s+/g, " ");

/** How many words a text has. */
const count = (text) => text.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;

/** The facts that can be chosen, and which of them hold: one of each group, its first by default. */
export function situation(details) {
  const offered = (group, beside) =>
    facts.filter((it) => it.group === group && !beside?.silences?.includes(it.id));
  const chosen = (list, id) => list.find((it) => it.id === id) ?? list[0];
  const outcomes = offered(GROUPS.situation);
  const outcome = chosen(outcomes, details.situation);
  const stages = offered(GROUPS.stage, outcome);
  return { outcomes, outcome, stages, stage: chosen(stages, details.stage) };
}

/** How many terms of a condition hold, when all do: of several conditions the most. Otherwise -1. */
function specificity(conditions, holding) {
  const terms = conditions.split(", ").map((condition) => {
    const names = condition.split(" ").filter((it) => it !== "any");
    const holds = names.every((term) => term.split("|").some((it) => holding.includes(it)));
    return holds ? names.length : -1;
  });
  return Math.max(...terms);
}

/** The variants of the most specific wording that holds; the first of two that are equally so. */
function wording(layers, holding) {
  let most = -1;
  let found = [];
  for (const [conditions, variants] of layers.flatMap((it) => Object.entries(it ?? {}))) {
    const terms = specificity(conditions, holding);
    if (terms > most) [most, found] = [terms, variants];
  }
  return [found].flat().filter(Boolean);
}

/** The variants that were looked up, by what held: most keys change nothing of that. */
const known = new Map();

/** Looks up the variants of a move in a length. */
function variantsIn(details, length) {
  const { outcome, stage } = situation(details);
  const filled = FIELDS.filter((it) => said(details, it));
  const holding = [outcome.id, stage.id, length.id, ...filled, ...FIXED];
  const key = [details.tone, ...holding].join();
  if (!known.has(key)) known.set(key, {});
  const found = known.get(key);
  const tone = tones.find((it) => it.id === details.tone);
  const layers = [tone, tones.find((it) => it.id === tone.like)];
  return (move) => {
    found[move] ??= wording(
      layers.map((it) => it?.moves[move]),
      holding,
    );
    return found[move];
  };
}

/** The text with its slots and its moves filled in; empty when a slot has nothing to say. */
function fill(text, details, variants) {
  let whole = true;
  const filled = text.replace(/\{([\w-]+)\}(\.?)/g, (_, name, stop) => {
    const slot = slots[name];
    if (!slot) return join([fill(variants(name)[0] ?? "", details, variants), stop], "");
    const value = said(details, slot.field);
    whole &&= Boolean(value) || slot.absent !== undefined;
    const words = value ? slot.given.replace("{}", () => value) : slot.absent;
    // "Acme Inc." brings a full stop of its own.
    return words?.endsWith(".") ? words : words + stop;
  });
  return whole ? filled : "";
}

/** The variant of a move that the seed picks, or the next that can be filled in. */
function step(move, details, variants) {
  const all = variants(move === "ask" ? ASK : move);
  for (let turn = 0; turn < all.length; turn++) {
    const text = fill(all[(details.seed + turn) % all.length], details, variants);
    if (text) return text;
  }
  return "";
}

/** The body in a length: without what can be spared as long as it is too long, and vice versa. */
function body(details, length) {
  const variants = variantsIn(details, length);
  const paragraphs = length.paragraphs.map((moves) =>
    moves.map((move) => ({ move, text: step(move, details, variants) })),
  );
  const without = new Set(length.reserve);
  const whole = () =>
    join(
      paragraphs.map((steps) =>
        join(
          steps.map((it) => !without.has(it.move) && it.text),
          " ",
        ),
      ),
      "\n\n",
    );
  const share = length.percent_of_first;
  const limit = share
    ? Math.min(length.word_limit, Math.floor((count(body(details, lengths[0])) * share) / 100))
    : length.word_limit;
  for (const move of length.spare) {
    if (count(whole()) <= limit) break;
    without.add(move);
  }
  for (const move of length.reserve ?? []) {
    if (count(whole()) >= length.word_floor) break;
    without.delete(move);
  }
  return whole();
}

/** The subject and the body that the form asks for. */
export function compose(details) {
  const length = lengths.find((it) => it.id === details.length);
  return {
    subject: join(
      subject.map((part) => fill(part, details)),
      subject_separator,
    ),
    body: body(details, length),
  };
}

/** What the form says of the highlight. */
export function highlightGuidance(details) {
  const holding = [situation(details).stage.id];
  const [label, hint] = ["highlight-label", "highlight-hint"].map(
    (it) => wording([guidance[it]], holding)[0],
  );
  return { label, hint };
}

/** The line below the letter: how long it is, and what it could still say. */
export function review(text, details, isEdited) {
  return { length: lengthOf(text), whose: isEdited ? labels.edited : general(details) };
}

function lengthOf(text) {
  const words = count(text);
  if (words === 1) return labels.word_one;
  const label =
    words < 30
      ? labels.words_few
      : words <= 120
        ? labels.words_good
        : words <= 150
          ? labels.words_many
          : labels.words_too_many;
  return label.replace("{count}", words);
}

function general(details) {
  const names = {
    company: labels.general_company,
    role: labels.general_role,
    recipient: labels.general_recipient,
    sender: labels.general_sender,
    highlight: labels.general_highlight,
  };
  const open = FIELDS.filter((it) => !said(details, it)).map((it) => names[it]);
  if (open.length === 0) return labels.personal;
  return labels.general.replace("{fields}", open.join(labels.list_separator));
}

/** The items of the checklist where these facts hold. */
export function items({ outcome, stage }) {
  const has = (names) => names.includes(outcome.id) || names.includes(stage.id);
  return checklist.filter((it) => (!it.only || has(it.only)) && !(it.except && has(it.except)));
}

/** What ticks items by itself, once this letter has been copied. */
export const ticks = (text) => ({ copied: true, "one-question": text.split("?").length <= 2 });

/** How much of the checklist is done. */
export function progress(done, total) {
  return labels.progress.replace("{done}", done).replace("{total}", total);
}
