// Pagefind's interface: a search field, which asks for its index when it is typed in.

import { PagefindUI } from "@pagefind/default-ui";
import styles from "@pagefind/default-ui/css/ui.css?inline";
import { place } from "./place.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
place("div", { id: "search" });
new PagefindUI({ element: "#search" });
