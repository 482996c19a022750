import type {
  GoodSportAttributes,
  GoodSportDetails,
  GoodSportElement,
  GoodSportEventMap,
} from "./dist/good-sport.js";

export type * from "./dist/good-sport.js";

/** Defines the element `<good-sport>`, once on a page; does nothing on a server. */
export declare function define(): void;

/** What a framework's template may set on the element: its attributes, and the property `details`. */
export interface GoodSportProps extends GoodSportAttributes {
  /** Fills in the form. It is a property: set it where the element is defined already. */
  details?: Partial<GoodSportDetails>;
}

/** Handlers by the names that React and Svelte have for them: `on` before the name of the event. */
export type GoodSportHandlers = {
  [Name in keyof GoodSportEventMap as `on${Name}`]?: (
    event: GoodSportEventMap[Name] & { readonly currentTarget: GoodSportElement },
  ) => void;
};
