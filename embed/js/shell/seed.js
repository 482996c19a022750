// The seed of a visit, which picks among the variants of the letter where the page gives none.

/** How many seeds there are. */
const SEEDS = 2 ** 32;

export const randomSeed = () => Math.floor(Math.random() * SEEDS);

/**
 * The values that a page gives, with this seed where it gives none that counts.
 * @param {import("./form.js").Given} given
 * @param {number} own
 * @returns {import("./form.js").Given}
 */
export function withSeed(given, own) {
  const { seed = "" } = given;
  const isSeed = /^\d+$/.test(seed) && Number(seed) < SEEDS;
  return isSeed ? given : { ...given, seed: String(own) };
}
