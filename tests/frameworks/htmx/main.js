import "htmx.org";
import { navigates } from "../navigates.js";

navigates("htmx:after:settle");
