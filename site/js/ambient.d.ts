/** The integrity of each script that a tag may name, which the build fills in. */
declare const __INTEGRITY__: Record<string, string>;
