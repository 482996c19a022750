import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  FluentProvider,
  webLightTheme,
} from "@fluentui/react-components";
import { Contents, holdsInReact } from "./react.js";

// What keeps the focus there, Tabster, sees no control in a shadow root: it is to leave Tab alone here.
const UNCONTROLLED = { "data-tabster": JSON.stringify({ uncontrolled: { completely: true } }) };

holdsInReact(({ contents, open, close }) => (
  <FluentProvider theme={webLightTheme}>
    <Dialog open={open} onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface>
        <DialogBody>
          <DialogContent>
            <Contents contents={contents} around={UNCONTROLLED} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  </FluentProvider>
));
