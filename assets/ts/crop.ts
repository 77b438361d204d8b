import { bringStyle } from "./shots";

/** On the avatar's page: a square to move over the chosen picture. Without it the server takes the middle. */
export function crop(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-crop]");
  const words = document.querySelector<HTMLElement>("#words");
  if (!form || !words?.dataset["cropScript"]) return;
  form.querySelector<HTMLInputElement>("[type=file]")?.addEventListener("change", () => {
    void bringStyle(words.dataset["cropStyle"])
      .then(() => import(words.dataset["cropScript"]!) as Promise<{ start: (form: HTMLFormElement) => Promise<void> }>)
      .then(cropper => cropper.start(form))
      .catch(() => undefined);
  });
}
