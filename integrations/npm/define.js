// Defines the element as soon as it is imported.
import { define } from "./dist/element.js";

define();
