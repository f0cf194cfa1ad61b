/** Where the browser is, with real addresses: links, Back, scroll and focus behave as between two pages. */
export class Navigation {
  url = $state.raw(new URL(location.href));
  // What the coming title must do; undefined on the very first page, which the browser has placed itself.
  #arriving: { scroll: number } | undefined;
  #stale: () => boolean;

  /** `stale` says whether the server is newer than this page, which then loads anew at the next navigation. */
  constructor(stale: () => boolean) {
    this.#stale = stale;
  }

  /** Listens until the returned function is called. */
  start(): () => void {
    history.scrollRestoration = "manual";
    const click = (event: MouseEvent) => this.#click(event);
    const pop = (event: PopStateEvent) => this.#show(new URL(location.href), Number(event.state?.scroll ?? 0));
    const leave = () => this.#keepScroll();
    document.addEventListener("click", click);
    addEventListener("popstate", pop);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("click", click);
      removeEventListener("popstate", pop);
      removeEventListener("pagehide", leave);
    };
  }

  go(href: string): void {
    const url = new URL(href, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith("/c/") || this.#stale()) {
      location.assign(url);
      return;
    }
    this.#keepScroll();
    history.pushState({}, "", url);
    this.#show(url, 0);
  }

  /** The page's title is there: the reader goes to it, and the eye to where it was. */
  arrived(heading: HTMLElement): void {
    const arriving = this.#arriving;
    if (!arriving) return;
    this.#arriving = undefined;
    heading.focus({ preventScroll: true });
    scrollTo(0, arriving.scroll);
  }

  #show(url: URL, scroll: number): void {
    // A change of query is the same page looking at something else: it stays where it is.
    if (url.pathname !== this.url.pathname) this.#arriving = { scroll };
    this.url = url;
  }

  #keepScroll(): void {
    history.replaceState({ ...history.state, scroll: scrollY }, "");
  }

  #click(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (!link.pathname.startsWith("/c/") || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    this.go(link.href);
  }
}
