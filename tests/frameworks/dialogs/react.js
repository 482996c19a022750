import { createElement, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { holds } from "./holds.js";

/** What stands in the dialog; `around` are the attributes of the element around the widget. */
export function Contents({ contents: [before, widget, after], around }) {
  const [first, holder, last] = [useRef(null), useRef(null), useRef(null)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reference never changes.
  useLayoutEffect(() => {
    first.current.append(before);
    holder.current.append(widget);
    last.current.append(after);
  }, [before, widget, after]);
  return createElement(
    "div",
    {},
    createElement("div", { ref: first }),
    createElement("div", { ref: holder, ...around }),
    createElement("div", { ref: last }),
  );
}

/** Hands the tests a dialog of React: a component that gets `contents`, `open` and `close`. */
export function holdsInReact(Dialog) {
  let open = true;
  const root = createRoot(document.querySelector("#app"));
  const draw = (contents) =>
    flushSync(() => {
      const close = () => {
        open = false;
        draw(contents);
      };
      root.render(createElement(Dialog, { contents, open, close }));
    });
  holds({ open: draw, isOpen: () => open });
}
