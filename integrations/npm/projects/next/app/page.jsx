import { Widget } from "./widget";

export default function Page() {
  return (
    <main>
      <Widget />
    </main>
  );
}
