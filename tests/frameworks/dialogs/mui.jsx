import Box from "@mui/material/Box";
import Modal from "@mui/material/Modal";
import { Contents, holdsInReact } from "./react.js";

holdsInReact(({ contents, open, close }) => (
  <Modal open={open} onClose={close} disableEnforceFocus>
    <Box>
      <Contents contents={contents} />
    </Box>
  </Modal>
));
