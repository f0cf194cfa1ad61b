import type { OfflineRules } from "../../api/offline/rules";

/** The home is where one begins, with or without network. */
export const offline: OfflineRules = {
  reads: [/^\/home$/],
  writes: [],
  ahead: async ({ get, keep }) => {
    if (!(await keep("/home"))) await get("/home");
  },
};
