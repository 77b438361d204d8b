// Bundles assets/ into wwwroot/build/: forum.css, staff.css (desk and administration), charts.css and charts.js (uPlot, on pages of statistics), forum.js, what comes after it (swap.js: htmx, live.js: SignalR, editor.js; with the first
// press shots.js: PhotoSwipe, crop.js: Cropper.js; with code in a post code.js: highlight.js, a worker), icons.svg from the single drawings, and emoji.json.
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
  build({ entryPoints: [join(assets, "css/forum.css"), join(assets, "css/staff.css"), join(assets, "css/charts.css")], outdir: out, bundle: true, minify: true, target }),
  build({ entryPoints: { forum: script("forum"), early: script("early"), swap: script("swap/index"), live: script("live/index"), editor: script("editor/index"), shots: script("shots/index"), crop: script("crop/index"), desk: script("desk"), admin: script("admin"), tree: script("tree"), charts: script("charts/index") }, outdir: out, bundle: true, minify: true, target, format: "esm" }),
  build({ entryPoints: { worker: script("sw/worker"), gone: script("sw/gone"), visits: script("visits"), code: script("code/worker"), work: script("work/worker") }, outdir: out, bundle: true, minify: true, target, format: "iife" }),
  icons(),
  emoji(),
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

// The emoji of the editor's panel by their groups, each with the names by which it is found; fetched when the panel opens.
async function emoji() {
  const groups = {};
  let group = [];
  for (const line of (await readFile(join(assets, "emoji.txt"), "utf8")).split("\n").filter(line => line && !line.startsWith("#"))) {
    if (line.startsWith("= ")) groups[line.slice(2)] = group = [];
    else group.push([line.slice(0, line.indexOf("|")), line.slice(line.indexOf("|") + 1)]);
  }
  await writeFile(join(out, "emoji.json"), JSON.stringify(groups));
}
