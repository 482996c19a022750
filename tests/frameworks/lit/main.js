import { html, nothing, render } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hear, renders } from "../renders.js";

const widget = ({ key, company, details }) => html`
  <good-sport
    id=${key}
    company=${company}
    .details=${details ?? nothing}
    @good-sport-copy=${() => hear(key)}
  ></good-sport>
`;

const page = ({ widgets }) => html`<main>${repeat(widgets, ({ key }) => key, widget)}</main>`;

renders((next) => render(page(next), document.querySelector("#app")));
