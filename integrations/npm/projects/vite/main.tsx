import "good-sport/define";
import type { GoodSportElement } from "good-sport";
import type {} from "good-sport/types/react";
import { createRef, useState } from "react";
import { createRoot } from "react-dom/client";

const widget = createRef<GoodSportElement>();
const details = { recipient: "Ms. Reed" };

function App() {
  const [copied, setCopied] = useState("nothing");
  return (
    <main>
      <good-sport
        ref={widget}
        data-role="Data analyst"
        tone="warm"
        seed={7}
        details={details}
        ongood-sport-copy={(event) => {
          const what: "letter" | "subject" | "note" = event.detail.what;
          setCopied(`${what} by ${event.currentTarget.letter?.lang}`);
        }}
      />
      <output>{copied}</output>
    </main>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<App />);
