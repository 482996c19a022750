import { createEffect } from "solid-js";
import html from "solid-js/html";
import { createStore, reconcile } from "solid-js/store";
import { For, Portal, render, Show } from "solid-js/web";
import { hear, renders } from "../renders.js";

const [page, setPage] = createStore({ widgets: [], portal: false });

const Widget = (it) => {
  const fill = (widget) =>
    createEffect(() => {
      if (it.details) widget.details = { ...it.details };
    });
  return html`<good-sport
    ref=${fill}
    id=${it.key}
    attr:company=${() => it.company}
    on:good-sport-copy=${() => hear(it.key)}
  ></good-sport>`;
};

const list = () => html`<${For} each=${() => page.widgets}>${Widget}<//>`;

const Page = () => html`
  <main>
    <${Show} when=${() => page.portal} fallback=${list}>
      <${Portal} mount=${document.querySelector("#portal")}>${list}<//>
    <//>
  </main>
`;

render(Page, document.querySelector("#app"));

// `For` tells widgets apart by their objects, which `reconcile` keeps for each key.
renders(({ widgets, portal = false }) => setPage(reconcile({ widgets, portal }, { key: "key" })), {
  portals: true,
});
