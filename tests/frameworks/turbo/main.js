import "@hotwired/turbo";
import { navigates } from "../navigates.js";

navigates("turbo:load");
