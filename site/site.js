// The page that shows the widget: the log of its events, and the snippet builder.

import * as builder from "./js/builder.js";
import { listen } from "./js/log.js";
import * as preview from "./js/preview.js";

listen(document);
preview.begin();
builder.begin();
