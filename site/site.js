// The snippet builder: what is chosen becomes the snippet, and the widget on the page follows.

{
  const DEFAULTS = {
    company: "",
    role: "",
    situation: "interview",
    tone: "warm",
    length: "full",
    theme: "auto",
    lang: "",
    "heading-level": "2",
    storage: "ask",
  };
  const form = document.querySelector("#builder");
  const accent = form.elements.accent;
  const said = document.querySelector("#said");

  const escapeHtml = (text) =>
    text.replace(
      /[&"<>]/g,
      (it) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[it],
    );

  // The text on the accent is whichever of the two stands out more, by the contrast of WCAG.
  const onAccent = (color) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
  };

  const attributes = () => {
    const chosen = new FormData(form);
    return Object.keys(DEFAULTS)
      .map((name) => [name, chosen.get(name).trim()])
      .filter(([name, value]) => value !== DEFAULTS[name]);
  };

  const properties = () =>
    accent.value === accent.defaultValue
      ? []
      : [
          ["--good-sport-accent", accent.value],
          ["--good-sport-on-accent", onAccent(accent.value)],
        ];

  // Values stand out by color alone: the text of the element stays exactly what is copied.
  const value = (text) => {
    const span = document.createElement("span");
    span.textContent = text;
    return span;
  };

  const show = (given, rule) => {
    const gap = given.length > 1 ? "\n  " : " ";
    document
      .querySelector("#tag")
      .replaceChildren(
        '<script src="good-sport.js" async',
        ...given.flatMap(([name, text]) => [`${gap}data-${name}=`, value(`"${escapeHtml(text)}"`)]),
        "></script>",
      );
    document.querySelector("#rule-figure").hidden = rule.length === 0;
    document
      .querySelector("#rule")
      .replaceChildren(
        "good-sport {\n",
        ...rule.flatMap(([name, color]) => [`  ${name}: `, value(color), ";\n"]),
        "}",
      );
  };

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

  for (const button of document.querySelectorAll("[data-copy]")) {
    const code = document.getElementById(button.dataset.copy);
    const label = button.textContent;
    let timer;
    button.addEventListener("click", async () => {
      let copied = true;
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        // The clipboard is missing or refused: select the text, so that keys can copy it.
        getSelection().selectAllChildren(code);
        copied = document.execCommand("copy");
      }
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
  }

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields have their first values again.
  form.addEventListener("reset", () => setTimeout(update));
  // What was chosen before the widget came is not lost.
  customElements.whenDefined("good-sport").then(update);
  document.addEventListener("good-sport-ready", update);
}
