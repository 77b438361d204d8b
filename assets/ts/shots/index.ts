import PhotoSwipe, { type SlideData } from "photoswipe";
import "photoswipe/style.css";

const words = () => document.querySelector<HTMLElement>("#words")?.dataset ?? {};

/** All pictures of the page, at the one that was pressed. */
export function open(at: HTMLAnchorElement): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a.shot[data-shot]")];
  const text = words();
  const viewer = new PhotoSwipe({
    dataSource: links.map(slide),
    index: links.indexOf(at),
    bgOpacity: .92,
    closeTitle: text["close"] ?? "",
    zoomTitle: text["zoom"] ?? "",
    arrowPrevTitle: text["shotBefore"] ?? "",
    arrowNextTitle: text["shotAfter"] ?? "",
    errorMsg: text["shotBroken"] ?? "",
    showHideAnimationType: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "fade",
  });
  viewer.on("destroy", () => at.focus({ preventScroll: true }));
  viewer.init();
}

function slide(link: HTMLAnchorElement): SlideData {
  const small = link.querySelector("img");
  const [width, height] = [Number(link.dataset["width"]) || 800, Number(link.dataset["height"]) || 600];
  // The large form has 1600 pixels at most.
  const scale = Math.min(1, 1600 / Math.max(width, height));
  return { src: link.dataset["shot"]!, width: Math.round(width * scale), height: Math.round(height * scale), alt: small?.alt ?? "", ...(small?.complete ? { msrc: small.currentSrc } : {}) };
}
