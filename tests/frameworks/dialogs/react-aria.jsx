import { FocusScope } from "react-aria";
import { enableShadowDOM } from "react-stately/private/flags/flags";
import { Contents, holdsInReact } from "./react.js";

// Without it Tab is held within what the page itself has.
enableShadowDOM();

holdsInReact(
  ({ contents, open }) =>
    open && (
      <FocusScope contain restoreFocus autoFocus>
        <Contents contents={contents} />
      </FocusScope>
    ),
);
