"use client";

import "good-sport/define";
import { useEffect, useRef, useState } from "react";

export function Widget() {
  const [version, setVersion] = useState("");
  const widget = useRef(null);

  // React sets neither properties nor listeners of an element that the server has rendered:
  // https://github.com/facebook/react/issues/35446
  useEffect(() => {
    const element = widget.current;
    const hear = (event) => setVersion(event.detail.version);
    element.details = { recipient: "Ms. Reed" };
    element.addEventListener("good-sport-ready", hear);
    return () => element.removeEventListener("good-sport-ready", hear);
  }, []);

  return (
    <>
      <good-sport data-role="Data analyst" ref={widget} />
      <output>{version}</output>
    </>
  );
}
