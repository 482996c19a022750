// The snippet builder: what is chosen becomes the snippet, and the widget on the page follows.

{
  /**
   * Names, each with its value.
   * @typedef {[name: string, value: string][]} Pairs
   */

  /** @type {Record<string, string>} */
  const DEFAULTS = {
    company: "",
    role: "",
    situation: "",
    tone: "classic",
    length: "full",
    theme: "auto",
    lang: "",
    "heading-level": "2",
    storage: "ask",
  };
  /** @type {Record<string, string>} */
  const ENTITIES = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

  /**
   * An element of the page.
   * @param {string} id
   */
  const named = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const form = /** @type {HTMLFormElement} */ (named("builder"));
  const accent = /** @type {HTMLInputElement} */ (named("accent"));
  const said = named("said");

  /** @param {string} text */
  const escapeHtml = (text) => text.replace(/[&"<>]/g, (it) => ENTITIES[it]);

  /**
   * The color of text on the accent: whichever of the two stands out more, by the contrast of WCAG.
   * @param {string} color
   */
  const onAccent = (color) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
  };

  /** The attributes that are chosen, and not the defaults. */
  const attributes = () => {
    const chosen = new FormData(form);
    /** @type {Pairs} */
    const pairs = Object.keys(DEFAULTS).map((name) => [name, String(chosen.get(name)).trim()]);
    return pairs.filter(([name, value]) => value !== DEFAULTS[name]);
  };

  /**
   * The custom properties that are chosen.
   * @returns {Pairs}
   */
  const properties = () =>
    accent.value === accent.defaultValue
      ? []
      : [
          ["--good-sport-accent", accent.value],
          ["--good-sport-on-accent", onAccent(accent.value)],
        ];

  /**
   * A value, which stands out by color alone: the text of the element stays exactly what is copied.
   * @param {string} text
   */
  const value = (text) => {
    const span = document.createElement("span");
    span.textContent = text;
    return span;
  };

  /**
   * Shows the tag and the rule.
   * @param {Pairs} given
   * @param {Pairs} rule
   */
  const show = (given, rule) => {
    const gap = given.length > 1 ? "\n  " : " ";
    named("tag").replaceChildren(
      '<script src="good-sport.js" async',
      ...given.flatMap(([name, text]) => [`${gap}data-${name}=`, value(`"${escapeHtml(text)}"`)]),
      "></script>",
    );
    named("rule-figure").hidden = rule.length === 0;
    named("rule").replaceChildren(
      "good-sport {\n",
      ...rule.flatMap(([name, color]) => [`  ${name}: `, value(color), ";\n"]),
      "}",
    );
  };

  /**
   * Has the widget on the page be as the tag and the rule say.
   * @param {HTMLElement} widget
   * @param {Pairs} given
   * @param {Pairs} rule
   */
  const follow = (widget, given, rule) => {
    for (const name of Object.keys(DEFAULTS)) {
      const text = new Map(given).get(name);
      if (text === undefined) widget.removeAttribute(name);
      // An attribute that is set again may undo what was typed into the widget.
      else if (widget.getAttribute(name) !== text) widget.setAttribute(name, text);
    }
    for (const name of ["--good-sport-accent", "--good-sport-on-accent"]) {
      widget.style.setProperty(name, new Map(rule).get(name) || "");
    }
  };

  const update = () => {
    const widget = document.querySelector("good-sport");
    show(attributes(), properties());
    if (widget) follow(widget, attributes(), properties());
  };

  /**
   * Copies the text of an element. Whether that went well; else it is selected, so that keys can.
   * @param {HTMLElement} code
   */
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      // The clipboard is missing or refused.
      getSelection()?.selectAllChildren(code);
      return document.execCommand("copy");
    }
  };

  /** @param {HTMLElement} button */
  const watch = (button) => {
    const code = named(button.dataset.copy ?? "");
    const label = button.textContent;
    let timer = 0;
    button.addEventListener("click", async () => {
      const copied = await copy(code);
      // As wide as before, so that what stands beside it stays.
      button.style.setProperty("min-width", `${button.offsetWidth}px`);
      button.textContent = copied ? "Copied" : "Now press Ctrl+C or ⌘C";
      said.textContent = copied
        ? "Copied."
        : "The text is selected. Press Ctrl+C, or ⌘C on a Mac, to copy it.";
      button.classList.toggle("copied", copied);
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = label;
        button.classList.remove("copied");
        said.textContent = "";
      }, 4000);
    });
  };

  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-copy]");
  buttons.forEach(watch);
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields have their first values again.
  form.addEventListener("reset", () => setTimeout(update));
  // What was chosen before the widget came is not lost.
  customElements.whenDefined("good-sport").then(update);
  document.addEventListener("good-sport-ready", update);
}
