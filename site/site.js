// The page that shows the widget: the log of its events, and the snippet builder.

import * as builder from "./js/builder.js";
import { copyBy } from "./js/copying.js";
import { byId } from "./js/dom.js";
import { listen } from "./js/log.js";
import * as preview from "./js/preview.js";

listen(document);
copyBy(byId("copy-listener"), byId("listener"));
preview.begin();
builder.begin();
