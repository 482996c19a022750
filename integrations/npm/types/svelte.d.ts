// `<good-sport>` in the templates of Svelte 5: `import type {} from "good-sport/types/svelte"`.
import type { HTMLAttributes } from "svelte/elements";
import type { GoodSportElement, GoodSportHandlers, GoodSportProps } from "../index.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "good-sport": Omit<HTMLAttributes<GoodSportElement>, keyof GoodSportProps> &
      GoodSportProps &
      GoodSportHandlers;
  }
}
