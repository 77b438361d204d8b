import Cropper from "cropperjs";
import "cropperjs/dist/cropper.css";

let running: Cropper | undefined;

/** The chosen picture with a square over it; the form's X, Y and Size follow the square, in the picture's own pixels. */
export async function start(form: HTMLFormElement): Promise<void> {
  const box = form.querySelector<HTMLElement>("[data-crop-box]")!;
  const image = box.querySelector("img")!;
  const file = form.querySelector<HTMLInputElement>("[type=file]")!.files?.[0];
  running?.destroy();
  running = undefined;
  for (const name of ["X", "Y", "Size"]) field(form, name).value = "";
  box.hidden = !file;
  if (!file) return;
  image.src = await read(file);
  await image.decode();
  running = new Cropper(image, {
    // What has to be turned the browser turns, as the server does.
    aspectRatio: 1, viewMode: 1, autoCropArea: 1, checkOrientation: false, zoomable: false, rotatable: false, scalable: false, background: false, guides: false,
    crop: event => {
      field(form, "X").value = String(Math.max(0, Math.round(event.detail.x)));
      field(form, "Y").value = String(Math.max(0, Math.round(event.detail.y)));
      field(form, "Size").value = String(Math.round(event.detail.width));
    },
  });
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
}

/** As data, since the policy lets no blob be shown. */
function read(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result as string));
    reader.addEventListener("error", () => fail(new Error(file.name)));
    reader.readAsDataURL(file);
  });
}
