/** A line above the dock for five seconds: for what went well, never for errors. */
export function toast(text: string): void {
  document.querySelector(".toast")?.remove();
  const line = document.createElement("p");
  line.className = "toast";
  line.setAttribute("role", "status");
  line.textContent = text;
  document.body.append(line);
  setTimeout(() => line.remove(), 5000);
}
