// What the loader's modules ask for as they are imported, and what stands for it on a server.
export const HTMLElement = globalThis.HTMLElement ?? class {};
export const document = globalThis.document ?? { createEvent: () => ({}) };
