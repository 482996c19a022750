// The form, the letter and the checklist, as one would write them in Preact.

import { useState } from "preact/hooks";
import { checklist, lengths, situations, tones } from "words:text";
import * as labels from "words:labels";
import { UNTOUCHED, compose, progress, review } from "../letter.js";

function Line({ name, label, hint, value, oninput }) {
  return (
    <div part="field" class="field">
      <label part="label" for={name}>{label}</label>
      <input part="input" id={name} name={name} type="text" value={value} autocomplete="off" onInput={oninput} />
      {hint && <p class="hint">{hint}</p>}
    </div>
  );
}

function Segments({ name, label, choices, value, onchange }) {
  return (
    <fieldset part="field" class="field">
      <legend part="label">{label}</legend>
      <div class="segments">
        {choices.map((it) => (
          <label class="segment" key={it.id}>
            <input type="radio" name={name} value={it.id} checked={it.id === value} onChange={onchange} />
            <span>{it.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Form({ details, wrote }) {
  const line = (name, label, hint) => (
    <Line name={name} label={label} hint={hint} value={details[name]} oninput={wrote} />
  );
  return (
    <form part="form" class="form" onSubmit={(event) => event.preventDefault()}>
      <div class="title-row">
        <h3 class="title">{labels.form}</h3>
        <p class="aside">{labels.optional}</p>
      </div>
      <div class="fields">
        {line("company", labels.company)}
        {line("role", labels.role)}
        {line("recipient", labels.recipient, labels.recipient_hint)}
        {line("sender", labels.sender)}
      </div>
      <div part="field" class="field">
        <label part="label" for="highlight">{labels.highlight}</label>
        <div class="grow" data-text={details.highlight}>
          <textarea part="input" id="highlight" name="highlight" rows="1" value={details.highlight} onInput={wrote} />
        </div>
        <p class="hint">{labels.highlight_hint}</p>
      </div>
      <div part="field" class="field">
        <label part="label" for="situation">{labels.situation}</label>
        <select part="input" id="situation" name="situation" value={details.situation} onChange={wrote}>
          {situations.map((it) => <option value={it.id} key={it.id}>{it.label}</option>)}
        </select>
      </div>
      <div class="choices">
        <Segments name="tone" label={labels.tone} choices={tones} value={details.tone} onchange={wrote} />
        <Segments name="length" label={labels.length} choices={lengths} value={details.length} onchange={wrote} />
      </div>
    </form>
  );
}

function Letter({ letter, edited }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`${letter.subject}\n\n${letter.body}`);
    setCopied(true);
  };
  return (
    <div class="letter">
      <div class="title-row">
        <h3 class="title"><label for="body">{labels.letter}</label></h3>
      </div>
      <div part="letter" class="sheet">
        <div class="subject">
          <label for="subject">{labels.subject}</label>
          <input part="subject" id="subject" name="subject" type="text" value={letter.subject} onInput={edited} />
        </div>
        <div class="grow" data-text={letter.body}>
          <textarea part="body" id="body" name="body" rows="1" value={letter.body} onInput={edited} />
        </div>
      </div>
      <div part="review" class="review"><p>{review(letter.body)}</p></div>
      <div part="actions" class="actions">
        <button type="button" part="button copy" class="primary" onClick={copy}>
          {copied ? labels.copied : labels.copy}
        </button>
      </div>
      <p part="notice" class="notice" role="status">{copied && labels.said_copied}</p>
    </div>
  );
}

function Checklist() {
  const [ticked, setTicked] = useState({});
  const tick = ({ target }) => setTicked((it) => ({ ...it, [target.name]: target.checked }));
  const done = checklist.filter((it) => ticked[it.id]).length;
  return (
    <div part="checklist" class="checklist">
      <div class="title-row">
        <h3 class="title">{labels.checklist}</h3>
        <p class="aside">{progress(done, checklist.length)}</p>
      </div>
      <p class="intro">{labels.checklist_intro}</p>
      <ul class="items">
        {checklist.map((it) => (
          <li part="item" class="item" key={it.id}>
            <label>
              <input type="checkbox" name={it.id} checked={!!ticked[it.id]} onChange={tick} />
              <span class="what">{it.label}<span class="why">{it.why}</span></span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Widget() {
  const [details, setDetails] = useState(UNTOUCHED);
  const [own, setOwn] = useState({});
  const wrote = ({ target }) => setDetails((it) => ({ ...it, [target.name]: target.value }));
  const edited = ({ target }) => setOwn((it) => ({ ...it, [target.name]: target.value }));
  return (
    <section part="root" class="root" lang="en" aria-label={labels.heading}>
      <h2 part="heading" class="heading">{labels.heading}</h2>
      <p class="intro">{labels.intro}</p>
      <div class="desk">
        <Form details={details} wrote={wrote} />
        <Letter letter={{ ...compose(details), ...own }} edited={edited} />
      </div>
      <Checklist />
      <footer class="foot"><p class="privacy">{labels.privacy}</p></footer>
    </section>
  );
}
