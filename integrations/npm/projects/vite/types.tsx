// What the types must take, and what they must refuse. It is type-checked, and never run.
import type { GoodSportElement } from "good-sport";
import { define } from "good-sport";
import type {} from "good-sport/types/react";
import type {} from "good-sport/types/svelte";
import type {} from "good-sport/types/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

define();
const element: GoodSportElement = document.createElement("good-sport");
element.details = { company: "Acme", length: "short" };
element.addEventListener("good-sport-check", ({ detail }) => detail.done / detail.total);

export const react = [
  <good-sport key="all" className="wide" lang="en" hide="intro" heading-level="3" seed="7" />,
  // @ts-expect-error: there is no such tone.
  <good-sport key="tone" tone="angry" />,
  // @ts-expect-error: it is read only.
  <good-sport key="letter" letter={null} />,
  <good-sport
    key="detail"
    // @ts-expect-error: the detail has another name.
    ongood-sport-remind={({ detail }) => detail.days}
  />,
];

export const svelte: SvelteHTMLElements["good-sport"] = {
  company: "Acme",
  class: "wide",
  "ongood-sport-remind": ({ detail }) => detail.months + 1,
  // @ts-expect-error: there is no such theme.
  theme: "sepia",
};

type Vue = InstanceType<GlobalComponents["good-sport"]>;
export const vue: Vue["$props"] = {
  company: "Acme",
  class: "wide",
  letterLang: "en-GB",
  // @ts-expect-error: there is no such length.
  length: "long",
};
export function emit(widget: Vue) {
  widget.$emit("good-sport-send", new CustomEvent("", { detail: { channel: "eml" } }));
  // @ts-expect-error: there is no such channel.
  widget.$emit("good-sport-send", new CustomEvent("", { detail: { channel: "fax" } }));
}
