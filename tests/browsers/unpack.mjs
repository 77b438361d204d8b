// node unpack.mjs FOLDER: lays Chromium 109 with its libraries out in FOLDER; `npm ci` has fetched it before.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const folder = process.argv[2];
const packed = join(import.meta.dirname, "node_modules/@sparticuz/chromium/bin");
const read = name => brotliDecompressSync(readFileSync(join(packed, name)));

// Made beside its place and moved there whole, so that nobody finds half a browser.
const half = `${folder}.new-${process.pid}`;
mkdirSync(half, { recursive: true });
writeFileSync(join(half, "chromium"), read("chromium.br"), { mode: 0o755 });
for (const libraries of ["aws.tar.br", "swiftshader.tar.br"])
  execFileSync("tar", ["-x", "-C", half], { input: read(libraries) });
rmSync(folder, { recursive: true, force: true });
renameSync(half, folder);
