// `/ui` of `npm run dev`: every component in every state. ui.html is no input of the build, so nothing of this folder is released.
// Its sentences are samples, as a page's data would be: they stand here and not in a words file.
import { mount } from "svelte";
import "../../ui/ui.css";
import Gallery from "./Gallery.svelte";

mount(Gallery, { target: document.getElementById("app")! });
