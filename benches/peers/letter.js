// The letter by hand, from the words of the widget. What a visitor typed is put in as it is: the
// widget's own care for "the", "Dear" and a full stop is left out.

import * as labels from "words:labels";
import { lengths, slots, subject, subject_separator, tones } from "words:text";

/** What stands in an untouched form. */
export const UNTOUCHED = {
  company: "",
  role: "",
  recipient: "",
  sender: "",
  highlight: "",
  situation: "interview",
  tone: "warm",
  length: "full",
};

/** The text with its slots filled in; empty when one of them has nothing to say. */
function fill(text, details) {
  let whole = true;
  const filled = text.replace(/\{(\w+)\}/g, (_, name) => {
    const { field, given, absent, sentence } = slots[name];
    const value = details[field].trim();
    if (value && !sentence) return given.replace("{}", () => value);
    whole &&= absent !== undefined;
    return absent;
  });
  return whole ? filled : "";
}

const join = (parts, separator) => parts.filter(Boolean).join(separator);

/** The subject and the body that the form asks for. */
export function compose(details) {
  const { situation, length } = details;
  const { moves } = tones.find((it) => it.id === details.tone);
  const { paragraphs } = lengths.find((it) => it.id === length);
  const wording = (move) => {
    const by = moves[move] ?? {};
    return by[`${situation}-${length}`] ?? by[situation] ?? by[`any-${length}`] ?? by.any ?? "";
  };
  return {
    subject: join(
      subject.map((part) => fill(part, details)),
      subject_separator,
    ),
    body: join(
      paragraphs.map((steps) =>
        join(
          steps.map((step) => fill(wording(step), details)),
          " ",
        ),
      ),
      "\n\n",
    ),
  };
}

/** The line below the letter: how long it is. */
export function review(body) {
  const words = body.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;
  const label =
    words < 35
      ? labels.words_few
      : words <= 120
        ? labels.words_good
        : words <= 150
          ? labels.words_many
          : labels.words_too_many;
  return label.replace("{count}", words);
}

/** How much of the checklist is done. */
export function progress(done, total) {
  return labels.progress.replace("{done}", done).replace("{total}", total);
}
