import Alpine from "alpinejs";
import { hear, renders } from "../renders.js";
import page from "./page.html";

document.querySelector("#app").innerHTML = page;
window.hear = hear;
Alpine.store("page", { widgets: [], portal: false });
Alpine.start();

const render = ({ widgets, portal = false }) => {
  Object.assign(Alpine.store("page"), { widgets, portal });
  return Alpine.nextTick();
};

renders(render, { portals: true });
