// The peer in Svelte 5.

import { mount } from "svelte";
import { define } from "../element.js";
import Widget from "./Widget.svelte";

define((target) => mount(Widget, { target }));
