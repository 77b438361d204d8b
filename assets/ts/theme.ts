import { wear } from "./scheme";

/** Buttons marked data-theme-switch turn light and dark; the choice is a cookie, so that the server can write it too. */
export function themeSwitch(): void {
  const root = document.documentElement;
  for (const button of document.querySelectorAll<HTMLElement>("[data-theme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      wear(dark ? "light" : "dark");
      document.cookie = `theme=${root.dataset["theme"]}; path=/; max-age=31536000; samesite=lax`;
    });
  }
}
