// The block in the editor: a preview, and beside it a control for each attribute of block.json.
(({ blockEditor, blocks, components, element, htmlEntities }) => {
  const { createElement } = element;
  const NAME = "good-sport/letter";

  /** The attributes of the element; WordPress gives the block some more. */
  const own = () =>
    Object.entries(blocks.getBlockType(NAME).attributes).filter(([, it]) => it.description);

  // What authors save comes back with "&amp;": https://github.com/WordPress/gutenberg/issues/20490
  const decode = (value) => htmlEntities.decodeEntities(value ?? "");

  /** What a person calls an attribute. */
  const label = (name) => name[0].toUpperCase() + name.slice(1).replace("-", " ");

  const control = ([name, { description, enum: values, items }], value, set) => {
    const common = { key: name, label: label(name), help: description };
    if (items) {
      const tokens = { label: label(name), value: value ?? [], suggestions: items.enum };
      const choice = { __experimentalExpandOnFocus: true, __experimentalShowHowTo: false };
      const onChange = (given) => set(given.filter((it) => items.enum.includes(it)));
      const field = createElement(components.FormTokenField, { ...tokens, ...choice, onChange });
      return createElement(components.BaseControl, { key: name, help: description }, field);
    }
    // Nothing chosen means the default, also when that changes.
    const onChange = (given) => set(given || undefined);
    if (!values) {
      return createElement(components.TextControl, { ...common, value: decode(value), onChange });
    }
    const options = [{ value: "", label: "Default" }];
    options.push(...values.map((it) => ({ value: it, label: it })));
    return createElement(components.SelectControl, {
      ...common,
      value: value ?? "",
      options,
      onChange,
    });
  };

  const edit = ({ attributes, setAttributes }) => {
    const controls = own().map((it) =>
      control(it, attributes[it[0]], (value) => setAttributes({ [it[0]]: value })),
    );
    const given = own().map(([name]) => [name, decode([attributes[name] ?? []].flat().join(" "))]);
    const preview = {
      ...Object.fromEntries(given.filter(([, value]) => value)),
      // A draft of the person who edits the post is none of the block.
      storage: "off",
      prefill: "off",
    };
    // Until the widget is there, and in frames of old editors, which load no scripts.
    const waiting = "The thank-you letter stands here.";
    return createElement(
      element.Fragment,
      null,
      createElement(
        blockEditor.InspectorControls,
        null,
        createElement(components.PanelBody, { title: "Letter" }, controls),
      ),
      createElement(
        "div",
        blockEditor.useBlockProps({ className: "good-sport-column" }),
        createElement(components.Disabled, null, createElement("good-sport", preview, waiting)),
      ),
    );
  };

  blocks.registerBlockType(NAME, { edit, save: () => null });
})(window.wp);
