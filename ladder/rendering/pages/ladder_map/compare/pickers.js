// The boxes of the classes that are compared: another class is chosen in the place of one, or one more in the last.
import { ComboBox } from "../../finding/combo_box.js";
import { say } from "../messages.js";

const pickedItems = () => [...document.querySelectorAll("#compare-picked li")];

export class Pickers {
  // onPick takes a place and the id chosen there, "" where the box was emptied; onRemove the place whose class goes.
  constructor({ classes, onPick, onRemove }) {
    this.boxes = pickedItems().map((item, place) => {
      const onTell = (told) => { document.getElementById("compare-found").textContent = told; };
      item.querySelector("button").addEventListener("click", () => {
        onRemove(place);
        item.querySelector("input").focus();
      });
      return new ComboBox(item.querySelector("input"), { classes, say, onTell, onChoose: (id) => onPick(place, id) });
    });
  }

  // Shows these classes, each a class of the catalog; an empty box stands after them where there is room for one.
  show(specs) {
    for (const [place, item] of pickedItems().entries()) {
      const spec = specs[place], button = item.querySelector("button");
      item.hidden = place > specs.length;
      item.classList.toggle("on-screen", !spec);
      this.boxes[place].value = spec?.class_id ?? "";
      item.querySelector(".on-paper").textContent = spec?.title ?? "";
      button.hidden = !spec;
      button.setAttribute("aria-label", say("compare.take_out", { title: spec?.title ?? "" }));
    }
  }
}
