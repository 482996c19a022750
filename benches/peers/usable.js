// The part of the words that a peer can come to use: whoever writes one by hand writes no more, and
// what nobody can read would only make the peer heavier.

import { FIELDS, FIXED, GROUPS } from "./choices.js";

const entries = (table, change) => Object.fromEntries(Object.entries(table).flatMap(change));

/** The words of a language without those that no choice in a peer leads to. */
export function usable({ facts, lengths, tones, guidance, slots, checklist, ...others }) {
  const stated = facts.filter((it) => Object.values(GROUPS).includes(it.group));
  const ids = [...stated, ...lengths].map((it) => it.id);
  const names = new Set(["any", ...ids, ...FIELDS, ...FIXED]);

  const canHold = (condition) =>
    condition.split(" ").every((term) => term.split("|").some((name) => names.has(name)));
  const wordings = (move) =>
    entries(move, ([conditions, variants]) => {
      const left = conditions.split(", ").filter(canHold).join(", ");
      return left ? [[left, variants]] : [];
    });
  const moves = (table) =>
    entries(table, ([name, move]) => {
      const left = wordings(move);
      return Object.keys(left).length > 0 ? [[name, left]] : [];
    });

  return {
    ...others,
    facts: stated,
    lengths,
    tones: tones.map((it) => ({ ...it, moves: moves(it.moves) })),
    guidance: moves(guidance),
    slots: entries(slots, (slot) => (FIELDS.includes(slot[1].field) ? [slot] : [])),
    checklist: checklist.filter((it) => !it.only || it.only.some((name) => names.has(name))),
  };
}
