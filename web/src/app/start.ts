import "../ui/comfort/early";
import { mount } from "svelte";
import { connect, type Outside } from "../api/client";
import "../ui/ui.css";
import App from "./App.svelte";
import { rooms } from "./features";
import { offerInstallation } from "./install";
import { Offline } from "./offline.svelte";

// The one place that touches the browser's own fetch, random and address.
const outside: Outside = {
  fetch: (...request) => fetch(...request),
  random: (bytes) => void crypto.getRandomValues(bytes),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  signedOut: () => {
    const page = encodeURIComponent(location.pathname + location.search);
    void offline.leave(false).finally(() => location.assign(`/?retour=${page}`));
  },
};
const connected = (prefix: string) => connect(prefix, outside);
const offline: Offline = new Offline(
  connected,
  outside,
  rooms.flatMap((room) => room.offline ?? []),
);

// While developing there is no build to compare.
const build = import.meta.env.DEV
  ? ""
  : (document.querySelector<HTMLMetaElement>('meta[name="preau-build"]')?.content ?? "");

mount(App, {
  target: document.getElementById("app")!,
  props: { build, connect: connected, offline },
});

offerInstallation(document, outside.wait);
