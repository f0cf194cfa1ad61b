// Runs before anything of a page is painted (vite/early.ts sees to it): whoever reads in large letters by night never sees the
// page flash small and white.
import { apply, kept } from "./choices";

apply(kept(), document.documentElement);
