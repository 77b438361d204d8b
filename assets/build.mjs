// Bundles assets/ into wwwroot/build/: forum.css, forum.js, what comes after it (swap.js: htmx, live.js: SignalR; with the first press shots.js: PhotoSwipe, crop.js: Cropper.js), and icons.svg
// from the single drawings.
// Run by the .NET build (src/ForumEngine.Web/Assets.targets) or by hand: npm run build.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const assets = import.meta.dirname;
const out = join(assets, "../wwwroot/build");
// The oldest browsers served: what WeChat's and QQ's webviews and older iPhones bring.
const target = ["chrome109", "safari16.4", "firefox115"];

const script = name => join(assets, `ts/${name}.ts`);

await mkdir(out, { recursive: true });
await Promise.all([
  build({ entryPoints: [join(assets, "css/forum.css")], outdir: out, bundle: true, minify: true, target }),
  build({ entryPoints: { forum: script("forum"), early: script("early"), swap: script("swap/index"), live: script("live/index"), shots: script("shots/index"), crop: script("crop/index") }, outdir: out, bundle: true, minify: true, target, format: "esm" }),
  build({ entryPoints: { worker: script("sw/worker"), gone: script("sw/gone") }, outdir: out, bundle: true, minify: true, target, format: "iife" }),
  icons(),
]);

// Each drawing holds only the shapes; the box and the stroke are the same for all.
async function icons() {
  const files = (await readdir(join(assets, "icons"))).filter(f => f.endsWith(".svg")).sort();
  const symbols = await Promise.all(files.map(async file => {
    const svg = await readFile(join(assets, "icons", file), "utf8");
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").trim();
    return `<symbol id="${basename(file, ".svg")}" viewBox="0 0 16 16">${shapes}</symbol>`;
  }));
  await writeFile(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}
