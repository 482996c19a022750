import { useEffect } from "react";
import { hydrateRoot } from "react-dom/client";

/** What a server has drawn, as `build.mjs` has it. */
function Page({ drawn }) {
  useEffect(drawn, [drawn]);
  return (
    <main>
      <p id="before">Before the widget.</p>
      <script src="good-sport.js" data-company="Acme" />
      <p id="after">After the widget.</p>
    </main>
  );
}

/** Has React take over the page, and waits until it has. */
window.hydrate = () =>
  new Promise((resolve, onRecoverableError) => {
    const root = document.querySelector("#__next");
    hydrateRoot(root, <Page drawn={resolve} />, { onRecoverableError });
  });
