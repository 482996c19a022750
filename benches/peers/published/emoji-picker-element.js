// emoji-picker-element: it fetches its emoji from where the page says.

import "emoji-picker-element";
import { place } from "./place.js";

const data = new URL("emoji.json", document.currentScript.src);
place("emoji-picker", { "data-source": data.href });
