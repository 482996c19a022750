import { StrictMode, useLayoutEffect, useRef } from "react";
import { createPortal, flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { hear, renders } from "../renders.js";

function Widget({ id, company, details }) {
  const widget = useRef(null);
  // A prop would become an attribute as long as the element is not defined.
  useLayoutEffect(() => {
    if (details) widget.current.details = details;
  }, [details]);
  return <good-sport ref={widget} id={id} company={company} ongood-sport-copy={() => hear(id)} />;
}

function Page({ widgets, portal }) {
  const list = widgets.map(({ key, ...widget }) => <Widget key={key} id={key} {...widget} />);
  return <main>{portal ? createPortal(list, document.querySelector("#portal")) : list}</main>;
}

const root = createRoot(document.querySelector("#app"));
const draw = (page) =>
  root.render(
    <StrictMode>
      <Page {...page} />
    </StrictMode>,
  );

renders((page) => flushSync(() => draw(page)), { portals: true });
