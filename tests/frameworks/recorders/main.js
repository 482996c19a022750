// What site owners have record their visitors, as it is published.
import posthog from "posthog-js";
import { record } from "rrweb";

Object.assign(window, { posthog, rrweb: { record } });
