// The first script of every page of the bench, the same for all. It looks on until the widget says
// that it works: before that, a touch would change what the widget loads and when.
// `sought` is what the widget is known by: `{ element, part, tells }`; a page without one has none.

window.bench = ((sought) => {
  /** How long the page is watched on, for what comes after. */
  const AFTERWARDS = 1500;
  /** How many turns of the microtask queue a change of the letter may take before it takes a task. */
  const TURNS = 100;
  /** How many tasks it may take after that. */
  const TASKS = 50;

  const entries = { "layout-shift": [], longtask: [], paint: [] };
  for (const [type, list] of Object.entries(entries)) {
    // Each engine knows other types.
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) entries[type] = undefined;
    else
      new PerformanceObserver((it) => list.push(...it.getEntries())).observe({
        type,
        buffered: true,
      });
  }

  // The program's memory is an export of any name, of an instance made in any way.
  let memory;
  const look = (instance) => {
    memory =
      Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory) ?? memory;
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (target, args) => look(Reflect.construct(target, args)),
  });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      look(made.instance ?? made);
      return made;
    };
  }

  const frame = () => new Promise(requestAnimationFrame);
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const part = (selector) => {
    const element = document.querySelector(sought.element);
    return (element?.shadowRoot ?? element)?.querySelector(selector);
  };
  const company = () => part("input[name=company]");
  const body = () => part("textarea[name=body]");

  async function painted() {
    while (!part(sought.part)?.checkVisibility()) await frame();
    // The next frame begins only when the one with it has been drawn.
    await frame();
    return performance.now();
  }

  /** Types a company, and waits until the letter has it. */
  async function type(text) {
    const before = body().value;
    company().value = text;
    company().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    for (let turn = 0; body().value === before; turn++) {
      if (turn < TURNS) await undefined;
      else if (turn < TURNS + TASKS) await wait();
      else throw new Error("what is typed does not reach the letter");
    }
  }

  /** When what is typed is tried out, which may itself take long. */
  let trial;

  function live() {
    return new Promise((resolve, reject) => {
      addEventListener(
        "good-sport-ready",
        async () => {
          const time = performance.now();
          try {
            // What the widget does to be drawn is its own doing, what comes after is ours.
            await frame();
            await frame();
            const start = performance.now();
            await type("Northwind");
            await frame();
            await frame();
            trial = { start, end: performance.now() };
            resolve(time);
          } catch (error) {
            reject(error);
          }
        },
        { once: true },
      );
    });
  }

  const isOfTrial = ({ startTime, duration }) =>
    trial && startTime < trial.end && startTime + duration > trial.start;

  const loaded = new Promise((resolve) => addEventListener("load", resolve));

  async function measure() {
    const paint = sought.part ? await painted() : undefined;
    const time = sought.tells ? await lives : undefined;
    await loaded;
    await wait(AFTERWARDS);
    return {
      first_contentful_paint: entries.paint?.find((it) => it.name === "first-contentful-paint")
        ?.startTime,
      paint,
      live: time,
      layout_shift: entries["layout-shift"]?.reduce((sum, it) => sum + it.value, 0),
      long_tasks: entries.longtask?.filter((it) => !isOfTrial(it)).map((it) => it.duration),
      loads: performance
        .getEntriesByType("resource")
        .map((it) => ({ url: it.name, end: it.responseEnd })),
    };
  }

  const lives = sought.tells ? live() : undefined;
  const measured = measure();
  // The driver asks for it only when the page has loaded.
  measured.catch(() => {});

  async function choose(selector) {
    part(selector).click();
    await frame();
  }

  /** Makes the letter about 110 words long. */
  async function fill() {
    await choose("input[name=tone][value=formal]");
    await choose("input[name=length][value=full]");
    const stage = part("select[name=stage]");
    stage.value = "final";
    stage.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    const texts = {
      role: "data analyst",
      recipient: "Ms. Rivera",
      sender: "Sam Lee",
      highlight: "the long talk about how the forecasting team finds out when it was wrong",
    };
    for (const [name, text] of Object.entries(texts)) {
      part(`[name=${name}]`).value = text;
      part(`[name=${name}]`).dispatchEvent(
        new InputEvent("input", { bubbles: true, composed: true }),
      );
      await frame();
    }
  }

  /** Microseconds from a key to the new letter, for each of some groups of keys. */
  async function keys({ groups, size, layout }) {
    const times = [];
    for (let group = 0; group < groups; group++) {
      await frame();
      const start = performance.now();
      for (let key = 0; key < size; key++) {
        await type(`Northwind ${group}-${key}`);
        if (layout) document.body.getBoundingClientRect();
      }
      times.push(((performance.now() - start) * 1000) / size);
    }
    return times;
  }

  /** The languages of the letter that are not its own now. */
  function languages() {
    const list = part("select[name=letter-lang]");
    return [...(list?.options ?? [])].map((it) => it.value).filter((it) => it !== list.value);
  }

  /** Writes the letter in another language. */
  async function setLanguage(tag) {
    document.querySelector(sought.element).setAttribute("letter-lang", tag);
    while (part("select[name=letter-lang]").value !== tag) await frame();
  }

  /** Puts a widget into the page and takes it out again, this many times. */
  async function mount(times) {
    for (let time = 0; time < times; time++) {
      const element = document.createElement(sought.element);
      element.setAttribute("loading", "eager");
      document.body.append(element);
      await element.ready;
      await frame();
      element.remove();
      await frame();
    }
  }

  return {
    measured,
    fill,
    keys,
    languages,
    setLanguage,
    mount,
    memory: () => memory?.buffer.byteLength,
  };
})(SOUGHT);
