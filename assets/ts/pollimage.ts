import { word } from "./words";

/** input[data-poll-image]: the picture of an option is uploaded once it is chosen; the form carries its id. */
export function pollImages(): void {
  document.addEventListener("change", event => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.matches("[data-poll-image]") && input.files?.[0]) void upload(input, input.files[0]);
  });
}

async function upload(input: HTMLInputElement, file: File): Promise<void> {
  const [form, pick] = [input.form, input.closest(".pick")];
  const kept = pick?.querySelector<HTMLInputElement>("[name=PollImages]");
  if (!form || !pick || !kept) return;
  const body = new FormData();
  body.append("File", file);
  body.append("__RequestVerificationToken", form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "");
  pick.setAttribute("aria-busy", "true");
  const answer = await fetch("/files", { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  pick.removeAttribute("aria-busy");
  input.value = "";
  const said = await answer?.json().catch(() => null) as { id?: number; isImage?: boolean; thumb?: string; error?: string } | null;
  pick.parentElement?.querySelector(".err")?.remove();
  if (!answer?.ok || !said?.id || !said.isImage) {
    const line = document.createElement("span");
    line.className = "err";
    line.setAttribute("role", "alert");
    line.textContent = said?.error ?? word("unreachable");
    pick.after(line);
    return;
  }
  kept.value = String(said.id);
  const image = document.createElement("img");
  image.src = said.thumb ?? `/files/${said.id}/thumb`;
  image.alt = "";
  image.width = image.height = 32;
  pick.querySelector("img, svg")?.replaceWith(image);
}
