// `<good-sport>` in the templates of Vue 3.5: `import type {} from "good-sport/types/vue"`.
import type { EmitFn, HTMLAttributes } from "vue";
import type { GoodSportElement, GoodSportEventMap, GoodSportProps } from "../index.js";

/** The name of an attribute as the checker of templates has it. */
type Camel<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail> & string>}`
  : Name;

type Props = { [Name in keyof GoodSportProps as Camel<Name> & string]: GoodSportProps[Name] };

declare module "vue" {
  interface GlobalComponents {
    "good-sport": new () => GoodSportElement & {
      /** For templates alone; the element has no such property. */
      $props: Omit<HTMLAttributes, keyof Props> & Props;
      /** For templates alone; the element has no such method. */
      $emit: EmitFn<{
        [Name in keyof GoodSportEventMap]: (event: GoodSportEventMap[Name]) => void;
      }>;
    };
  }
}
