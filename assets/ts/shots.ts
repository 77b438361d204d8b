/** A press on a picture of a post opens it over the page; the script for that comes with the first press. Without it the link opens the picture. */
export function shots(): void {
  document.addEventListener("click", event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.shot[data-shot]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const words = document.querySelector<HTMLElement>("#words");
    if (!words?.dataset["shotScript"]) return;
    event.preventDefault();
    bringStyle(words.dataset["shotStyle"])
      .then(() => import(words.dataset["shotScript"]!) as Promise<{ open: (at: HTMLAnchorElement) => void }>)
      .then(viewer => viewer.open(link))
      .catch(() => { location.href = link.href; });
  });
}

/** A style sheet that only some pages need, once. */
export function bringStyle(address: string | undefined): Promise<void> {
  if (!address || document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((done, fail) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => fail(new Error(address)));
    document.head.append(link);
  });
}
