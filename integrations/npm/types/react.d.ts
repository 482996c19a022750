// `<good-sport>` in the JSX of React 19: `import type {} from "good-sport/types/react"`.
import type { ClassAttributes, HTMLAttributes } from "react";
import type { GoodSportElement, GoodSportHandlers, GoodSportProps } from "../index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "good-sport": ClassAttributes<GoodSportElement> &
        Omit<HTMLAttributes<GoodSportElement>, keyof GoodSportProps> &
        GoodSportProps &
        GoodSportHandlers;
    }
  }
}
