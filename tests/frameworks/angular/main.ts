import "@angular/compiler";
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { hear, renders } from "../renders.js";

const widgets = signal([]);

@Component({
  selector: "#app",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      @for (it of widgets(); track it.key) {
        <good-sport
          [id]="it.key"
          [attr.company]="it.company"
          [details]="it.details"
          (good-sport-copy)="hear(it.key)"
        />
      }
    </main>
  `,
})
class Page {
  widgets = widgets;
  hear = hear;
}

const app = bootstrapApplication(Page);

renders(async (page) => {
  widgets.set(page.widgets);
  await (await app).whenStable();
});
