// The peer in Preact.

import { render } from "preact";
import { define } from "../element.js";
import { Widget } from "./Widget.jsx";

define((stage) => render(<Widget />, stage));
