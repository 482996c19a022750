// giscus: comments. What it shows is a frame of its own server, so that it is only weighed here.

import "giscus";
import { place } from "./place.js";

place("giscus-widget", { repo: "an/example", loading: "lazy" });
