import { mount } from "svelte";
import { renders } from "../renders.js";
import Page from "./Page.svelte";

const page = mount(Page, { target: document.querySelector("#app") });

renders(page.render);
