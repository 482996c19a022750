// Runs Lighthouse on the page of the site, under its mobile settings, and prints the score of each category:
// `node benches/lighthouse.mjs FOLDER CHROMIUM`. Fails where one is below 100.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import process from "node:process";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [folder, chromePath] = process.argv.slice(2);
const KINDS = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

/** Answers as a web server that sends the compressed file beside each. */
async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const file = join(folder, pathname === "/" ? "index.html" : pathname);
  try {
    const contents = await readFile(`${file}.br`);
    response.writeHead(200, {
      "cache-control": "max-age=31536000",
      "content-encoding": "br",
      "content-type": KINDS[extname(file)] ?? "application/octet-stream",
    });
    response.end(contents);
  } catch {
    response.writeHead(404).end();
  }
}

const server = createServer(answer);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
// Root has no sandbox, as on the machines of most CI.
const chromeFlags = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const chrome = await launch({ chromePath, chromeFlags });
try {
  const address = `http://127.0.0.1:${server.address().port}/`;
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" });
  for (const { title, score, auditRefs } of Object.values(lhr.categories)) {
    console.log(`${title}: ${Math.round(score * 100)}`);
    if (score >= 1) continue;
    process.exitCode = 1;
    for (const { id, weight } of auditRefs) {
      const { score: found, title: what, displayValue = "" } = lhr.audits[id];
      if (weight && found !== null && found < 1) console.log(`  ${what} ${displayValue}`);
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
