const form = document.querySelector("form");
const first = [...form.querySelectorAll(".text")].map((it) => it.textContent);
form.querySelector("button").addEventListener("click", () => {
  const marks = [...form.querySelectorAll("fieldset")].map((piece, index) => {
    const text = piece.querySelector(".text").innerText;
    const mark = piece.querySelector("input:checked")?.value ?? "not marked";
    const why = piece.querySelector(".why input").value;
    const changed = text === first[index] ? "" : `\n${text}`;
    return `${piece.querySelector("legend").textContent}: ${mark} ${why}${changed}`;
  });
  const area = form.querySelector("textarea");
  area.value = marks.join("\n\n");
  area.select();
});
