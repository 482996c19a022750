// What the peers by hand let a visitor choose, out of all that the words are written for.

/** The groups of facts that are asked for, by the name of the control. */
export const GROUPS = { situation: "outcome", stage: "stage" };

/** The fields that are written. */
export const FIELDS = ["company", "role", "recipient", "sender", "highlight"];

/** The ask that every letter makes. */
export const ASK = "radar";

/**
 * The names that always hold: the defaults of what the peers do not ask for, and the one form that
 * they take a highlight to have.
 */
export const FIXED = ["email", ASK, "noun"];
