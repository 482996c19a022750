import { createApp, h, nextTick, shallowRef, Teleport } from "vue";
import { hear, renders } from "../renders.js";

const page = shallowRef({ widgets: [] });

const widget = ({ key, company, details }) =>
  h("good-sport", {
    key,
    id: key,
    "^company": company,
    ...(details && { ".details": details }),
    onGoodSportCopy: () => hear(key),
  });

const Page = () => {
  const { widgets, portal } = page.value;
  const list = widgets.map(widget);
  return h("main", portal ? h(Teleport, { to: "#portal" }, list) : list);
};

createApp(Page).mount("#app");

const render = (next) => {
  page.value = next;
  return nextTick();
};

renders(render, { portals: true });
