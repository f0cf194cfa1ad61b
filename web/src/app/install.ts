/**
 * Lets the browser offer to install Préau. The doors say so in their head; inside, the links come once the page has been there a
 * while, so that nobody's first view waits for an icon they may never want.
 */
export function offerInstallation(page: Document, wait: (ms: number) => Promise<void>): void {
  void wait(5000).then(() => {
    for (const [rel, href] of [
      ["manifest", "/manifest.webmanifest"],
      ["apple-touch-icon", "/icons/preau-apple-180.png"],
    ]) {
      const link = page.createElement("link");
      link.rel = rel;
      link.href = href;
      page.head.append(link);
    }
  });
}
