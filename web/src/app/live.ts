import { Live } from "../api/live";

/** The socket of this page, in one context. Beside start.ts, the place that touches the browser's own. */
export function listen(slug: string): Live {
  return new Live(`${location.origin.replace(/^http/, "ws")}/api/c/${slug}/live`, {
    open: (url) => new WebSocket(url),
    random: () => Math.random(),
    online: () => navigator.onLine,
    visible: () => document.visibilityState === "visible",
    watch: (changed) => {
      document.addEventListener("visibilitychange", changed);
      addEventListener("online", changed);
      addEventListener("offline", changed);
      return () => {
        document.removeEventListener("visibilitychange", changed);
        removeEventListener("online", changed);
        removeEventListener("offline", changed);
      };
    },
  });
}
