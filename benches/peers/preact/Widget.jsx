// The form, the letter and the checklist, as one would write them in Preact.

import { useMemo, useState } from "preact/hooks";
import { lengths, tones } from "words:text";
import * as labels from "words:labels";
import { UNTOUCHED, compose, highlightGuidance, items, progress, review, situation, ticks } from "../letter.js";

function Line({ name, label, hint, value, known = "off", capitals = "words", oninput }) {
  return (
    <div part="field" class="field">
      <label part="label" for={name}>{label}</label>
      <input part="input" id={name} name={name} type="text" value={value} autocomplete={known} autocapitalize={capitals}
        enterkeyhint="next" aria-describedby={hint && `${name}-hint`} onInput={oninput} />
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
    </div>
  );
}

function List({ name, label, choices, value, onchange }) {
  return (
    <div part="field" class="field">
      <label part="label" for={name}>{label}</label>
      <select part="input" id={name} name={name} value={value} onChange={onchange}>
        {choices.map((it) => <option value={it.id} key={it.id}>{it.label}</option>)}
      </select>
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

const stay = (event) => event.preventDefault();

function Essentials({ details, facts, wrote }) {
  const guidance = highlightGuidance(details);
  const line = (name, label, more) => (
    <Line name={name} label={label} value={details[name]} oninput={wrote} {...more} />
  );
  return (
    <form part="form" class="form essentials" novalidate onSubmit={stay}>
      <div class="title-row">
        <h3 class="title">{labels.form}</h3>
        <p class="aside">{labels.optional}</p>
      </div>
      <div class="pair">
        <List name="situation" label={labels.situation} choices={facts.outcomes} value={facts.outcome.id} onchange={wrote} />
        <List name="stage" label={labels.stage} choices={facts.stages} value={facts.stage.id} onchange={wrote} />
      </div>
      <div class="fields">
        {line("company", labels.company)}
        {line("role", labels.role, { capitals: "none" })}
        {line("recipient", labels.recipient, { hint: labels.recipient_hint })}
        {line("sender", labels.sender, { known: "name" })}
      </div>
      <div part="field" class="field">
        <label part="label" for="highlight">{guidance.label}</label>
        <div class="grow">
          <textarea part="input" id="highlight" name="highlight" rows="1" value={details.highlight} autocomplete="off"
            autocapitalize="none" aria-describedby="highlight-hint" onInput={wrote} />
        </div>
        <p class="hint" id="highlight-hint">{guidance.hint}</p>
      </div>
    </form>
  );
}

function Further({ details, wrote }) {
  return (
    <form part="form" class="form further" novalidate onSubmit={stay}>
      <div class="pair">
        <Segments name="tone" label={labels.tone} choices={tones} value={details.tone} onchange={wrote} />
        <Segments name="length" label={labels.length} choices={lengths} value={details.length} onchange={wrote} />
      </div>
    </form>
  );
}

function Letter({ letter, details, isEdited, edited, copied, copy, reword }) {
  const { length, whose } = review(letter.body, details, isEdited);
  return (
    <div class="letter">
      <h3 class="title"><label for="body">{labels.letter}</label></h3>
      <div part="letter" class="sheet notranslate" translate="no" lang="en">
        <div class="subject">
          <label for="subject" translate="yes">{labels.subject}</label>
          <input part="subject" id="subject" name="subject" type="text" autocomplete="off" value={letter.subject} onInput={edited} />
        </div>
        <div class="grow">
          <textarea part="body" id="body" name="body" rows="1" autocomplete="off" value={letter.body} onInput={edited} />
        </div>
      </div>
      <div part="review" class="review"><p>{length} <span class="whose">{whose}</span></p></div>
      <div part="actions" class="actions">
        <button type="button" part="button copy" class="primary" onClick={copy}>
          {copied ? labels.copied : labels.copy}
        </button>
        {!isEdited && (
          <button type="button" part="button" class="plain" onClick={reword}>{labels.another_wording}</button>
        )}
      </div>
      <p part="notice" class="notice" role="status">{copied && labels.notice_copied}</p>
    </div>
  );
}

function Private() {
  return (
    <div part="field" class="field">
      <label part="label" for="private">{labels.private}</label>
      <div class="grow">
        <textarea part="input" id="private" name="private" rows="2" autocomplete="off" spellcheck={false} aria-describedby="private-hint" />
      </div>
      <p class="hint" id="private-hint">{labels.private_hint}</p>
    </div>
  );
}

function Checklist({ facts, earned }) {
  const [ticked, setTicked] = useState({});
  const tick = ({ target }) => setTicked((it) => ({ ...it, [target.name]: target.checked }));
  const all = items(facts);
  const isTicked = (it) => ticked[it.id] ?? earned[it.ticked_by] ?? false;
  return (
    <div part="checklist" class="checklist">
      <div class="title-row">
        <h3 class="title">{labels.checklist}</h3>
        <p class="aside">{progress(all.filter(isTicked).length, all.length)}</p>
      </div>
      <p class="intro">{labels.checklist_intro}</p>
      <ul class="items">
        {all.map((it) => (
          <li part="item" class="item" key={it.id}>
            <label>
              <input type="checkbox" name={it.id} checked={isTicked(it)} onChange={tick} />
              <span class="what">{it.label}</span>
            </label>
            <details class="reason">
              <summary aria-label={labels.why + labels.list_separator + it.label}>{labels.why}</summary>
              <p class="why">{it.why}</p>
              {it.is_private && <Private />}
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Widget() {
  const [details, setDetails] = useState(UNTOUCHED);
  const [own, setOwn] = useState({});
  const [earned, setEarned] = useState({});
  const wrote = ({ target }) => setDetails((it) => ({ ...it, [target.name]: target.value }));
  const edited = ({ target }) => setOwn((it) => ({ ...it, [target.name]: target.value }));
  const reword = () => setDetails((it) => ({ ...it, seed: it.seed + 1 }));
  const letter = { ...compose(details), ...own };
  const copy = async () => {
    await navigator.clipboard.writeText(letter.body);
    setEarned(ticks(letter.body));
  };
  const facts = situation(details);
  // No key in a field changes anything here.
  const list = useMemo(() => <Checklist facts={facts} earned={earned} />, [facts.outcome, facts.stage, earned]);
  return (
    <section part="root" class="root" lang="en" aria-label={labels.heading}>
      <h2 part="heading" class="heading">{labels.heading}</h2>
      <p class="intro">{labels.intro}</p>
      <div class="desk">
        <Essentials details={details} facts={facts} wrote={wrote} />
        <Letter letter={letter} details={details} isEdited={Object.keys(own).length > 0} edited={edited}
          copied={earned.copied} copy={copy} reword={reword} />
        <Further details={details} wrote={wrote} />
        {list}
      </div>
      <footer class="foot"><p class="privacy">{labels.privacy}</p></footer>
    </section>
  );
}
