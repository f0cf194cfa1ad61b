import { mount } from "svelte";
import { connect, type Outside } from "../api/client";
import "../ui/ui.css";
import App from "./App.svelte";

// The one place that touches the browser's own fetch, random and address.
const outside: Outside = {
  fetch: (...request) => fetch(...request),
  random: (bytes) => void crypto.getRandomValues(bytes),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  signedOut: () => location.assign(`/?retour=${encodeURIComponent(location.pathname + location.search)}`),
};

// While developing there is no build to compare.
const build = import.meta.env.DEV
  ? ""
  : (document.querySelector<HTMLMetaElement>('meta[name="preau-build"]')?.content ?? "");

mount(App, {
  target: document.getElementById("app")!,
  props: { build, connect: (prefix: string) => connect(prefix, outside) },
});
