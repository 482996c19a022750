// What a host page's own scripts notice of the widget; the tests read it.
const record = { errors: [], console: [], events: [], keys: [], violations: [] };
window.record = record;

addEventListener(
  "error",
  (event) => record.errors.push(event.message ?? `not loaded: ${event.target.src}`),
  true,
);
addEventListener("unhandledrejection", (event) => record.errors.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) =>
  record.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);

for (const kind of ["warn", "error"]) {
  const say = console[kind];
  console[kind] = (...words) => {
    record.console.push([kind, ...words].join(" "));
    say.apply(console, words);
  };
}

for (const name of ["ready", "copy", "send", "remind", "check", "error"]) {
  const type = `good-sport-${name}`;
  document.addEventListener(type, ({ detail }) => record.events.push({ type, detail }));
}

for (const type of ["keydown", "keypress", "keyup"]) {
  document.addEventListener(type, ({ key }) => record.keys.push(key));
}
