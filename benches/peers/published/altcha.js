// altcha: a check that a visitor is human. It asks a server only when it is ticked.

import "altcha";
import { place } from "./place.js";

place("altcha-widget", { challenge: "/challenge.json" });
