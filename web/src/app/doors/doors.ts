// What a script adds to the doors, which all work without it.
import { kept } from "../../ui/comfort/choices";

// The size, the letters and the colours are there already (ui/comfort/early.ts); the ruler comes with its reader.
if (kept().ruler) void import("../../ui/comfort/ruler").then(({ readingRuler }) => readingRuler());

// The square of a sheet opens /feuille#K7P42MQ9X3TD: the code is put in its field, and leaves the address bar and the history.
const code = document.querySelector<HTMLInputElement>("#code");
const brought = location.hash.slice(1);
if (code && !code.value && /^[A-Za-z0-9-]{12,20}$/.test(brought)) {
  code.value = brought;
  history.replaceState(null, "", location.pathname + location.search);
}

// A password that is chosen can be read again before it is sent.
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-shows]")) {
  const field = document.getElementById(button.dataset.shows!) as HTMLInputElement;
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  });
  field.form?.addEventListener("submit", () => (field.type = "password"));
}
