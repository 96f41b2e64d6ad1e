/**
 * Each guard has an example it must refuse: a rule that never fires guards nothing. The examples are
 * written to a temporary folder or given as text, so that the guards themselves never see them.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import rules from "../.dependency-cruiser.cjs";

const sandbox = mkdtempSync(join(tmpdir(), "guards-"));
afterAll(() => {
  rmSync(sandbox, { recursive: true });
});

/** @param {Readonly<Record<string, string | Buffer>>} files */
function write(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(sandbox, path)), { recursive: true });
    writeFileSync(join(sandbox, path), text);
  }
}

describe("import rules", { timeout: 30_000 }, () => {
  const packageJson = (/** @type {string} */ name) =>
    JSON.stringify({ name, version: "1.0.0", main: "index.js" });
  const broken = {
    "core-layer": { "src/core/a.ts": 'import "../data/b.ts";', "src/data/b.ts": "" },
    "data-layer": { "src/data/a.ts": 'import "../engine/b.ts";', "src/engine/b.ts": "" },
    "engine-layer": { "src/engine/a.ts": 'import "../data/b.ts";', "src/data/b.ts": "" },
    "worker-protocol-layer": {
      "src/worker/protocol/a.ts": 'import "../host/b.ts";',
      "src/worker/host/b.ts": "",
    },
    "worker-host-layer": { "src/worker/host/a.ts": 'import "../../ui/b.ts";', "src/ui/b.ts": "" },
    "worker-client-layer": {
      "src/worker/client/a.ts": 'import "../host/b.ts";',
      "src/worker/host/b.ts": "",
    },
    "worker-testing-layer": {
      "src/worker/testing/a.ts": 'import "../host/b.ts";',
      "src/worker/host/b.ts": "",
    },
    "worker-import-protocol-layer": {
      "src/worker/import/protocol/a.ts": 'import "../../../data/b.ts";',
      "src/data/b.ts": "",
    },
    "worker-import-host-layer": {
      "src/worker/import/host/a.ts": 'import "../../../engine/b.ts";',
      "src/engine/b.ts": "",
    },
    "worker-import-client-layer": {
      "src/worker/import/client/a.ts": 'import "../../../data/b.ts";',
      "src/data/b.ts": "",
    },
    "state-layer": { "src/state/a.ts": 'import "../ui/b.ts";', "src/ui/b.ts": "" },
    "features-layer": { "src/features/x/a.ts": 'import "../../app/b.ts";', "src/app/b.ts": "" },
    "charts-layer": { "src/charts/a.ts": 'import "../state/b.ts";', "src/state/b.ts": "" },
    "ui-layer": { "src/ui/a.ts": 'import "../state/b.ts";', "src/state/b.ts": "" },
    "i18n-layer": { "src/i18n/a.ts": 'import "../ui/b.ts";', "src/ui/b.ts": "" },
    "app-layer": { "src/app/a.ts": 'import "../engine/b.ts";', "src/engine/b.ts": "" },
    "no-circular": { "src/ui/a.ts": 'import "./b.ts";', "src/ui/b.ts": 'import "./a.ts";' },
    "features-apart": { "src/features/x/a.ts": 'import "../y/b.ts";', "src/features/y/b.ts": "" },
    "features-protocol-types": {
      "src/features/x/a.ts": 'import "../../worker/protocol/b.ts";',
      "src/worker/protocol/b.ts": "",
    },
    "main-thread-without-numerics": {
      "src/app/a.ts": 'import "../worker/protocol/b.ts";',
      "src/worker/protocol/b.ts": 'import "@tensorflow/tfjs-core";',
    },
    "tfjs-through-tf": { "src/engine/a.ts": 'import "@tensorflow/tfjs-core";' },
    "recharts-in-charts": { "src/ui/a.ts": 'import "recharts";' },
    "core-alone": { "src/core/a.ts": 'import "recharts";' },
    "no-test-in-product": {
      "src/state/a.ts": 'import "./testing/b.ts";',
      "src/state/testing/b.ts": "",
    },
    "no-development-dependency": { "src/ui/a.ts": 'import "devtool";' },
    resolvable: { "src/ui/a.ts": 'import "./missing.ts";' },
  };

  it("has an example for every rule", () => {
    expect(Object.keys(broken).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(broken))("%s", async (rule, files) => {
    const base = mkdtempSync(join(sandbox, "imports-"));
    const name = base.slice(sandbox.length + 1);
    const modules = ["@tensorflow/tfjs-core", "recharts", "devtool"].flatMap((module) => [
      [`${name}/node_modules/${module}/package.json`, packageJson(module)],
      [`${name}/node_modules/${module}/index.js`, ""],
    ]);
    write({
      ...Object.fromEntries(modules),
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text])),
      [`${name}/package.json`]: JSON.stringify({
        dependencies: { "@tensorflow/tfjs-core": "*", recharts: "*" },
        devDependencies: { devtool: "*" },
      }),
    });
    const { output } = await cruise(["src"], {
      doNotFollow: rules.options.doNotFollow,
      tsPreCompilationDeps: true,
      enhancedResolveOptions: rules.options.enhancedResolveOptions,
      baseDir: base,
      validate: true,
      ruleSet: { forbidden: rules.forbidden },
    });
    const violated = output.summary.violations.map((violation) => violation.rule.name);
    expect(violated).toContain(rule);
  });
});

describe("lint rules", { timeout: 30_000 }, () => {
  const eslint = new ESLint();
  // The text stands in for a file that exists, because typed rules need one the compiler knows.
  const broken = [
    ["no-restricted-properties", "src/core/result.ts", "export const x = Math.random();"],
    ["no-restricted-properties", "src/data/crc32.ts", "export const x = Date.now();"],
    ["no-restricted-properties", "src/data/crc32.ts", "export const x = performance.now();"],
    ["no-restricted-properties", "src/app/offline.ts", "export const x = Date.now();"],
    ["no-restricted-syntax", "src/core/result.ts", "export default 1;"],
    ["no-restricted-syntax", "src/core/result.ts", 'export * from "./rng.ts";'],
    ["no-restricted-syntax", "src/core/result.ts", "export enum A { B }"],
    ["no-restricted-syntax", "src/core/result.ts", "export const x = new Date();"],
    ["@typescript-eslint/no-explicit-any", "src/core/result.ts", "export let x: any;"],
    [
      "@typescript-eslint/no-floating-promises",
      "src/core/result.ts",
      "export function f() { Promise.resolve(1); }",
    ],
    [
      "@typescript-eslint/prefer-nullish-coalescing",
      "src/core/result.ts",
      "export const f = (x: number | null) => x || 1;",
    ],
    ["no-console", "src/app/offline.ts", 'console.log("here");'],
    ["jsx-a11y/alt-text", "src/ui/Icon.tsx", 'export const x = <img src="a.png" />;'],
    [
      "react-hooks/rules-of-hooks",
      "src/ui/Icon.tsx",
      'import { useState } from "react"; export function X(p: { a: boolean }) { if (p.a) useState(0); return null; }',
    ],
  ];

  it.each(broken)(
    "%s in %s: %s",
    async (rule, filePath, text) => {
      const [result] = await eslint.lintText(text, { filePath });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
    },
    30_000,
  );

  it("lets the clock be read where time is measured", async () => {
    const text = "export const x = performance.now();";
    const [result] = await eslint.lintText(text, { filePath: "src/app/offline.ts" });
    expect(result?.messages).toEqual([]);
  });
});

describe("size budget", { timeout: 30_000 }, () => {
  const page = '<script type="module" src="./assets/main-1.js"></script>';
  const heavy = (/** @type {number} */ kilobytes) =>
    // Hex digits pack to half their number.
    `"${randomBytes(kilobytes * 1000).toString("hex")}"`;

  it.each([
    ["before first paint", { "main-1.js": 'import"./shared-1.js";', "shared-1.js": heavy(160) }],
    ["charts draw-1.js", { "main-1.js": "", "draw-1.js": `"recharts-line";${heavy(130)}` }],
    ["worker trainer.worker-1.js", { "main-1.js": "", "trainer.worker-1.js": heavy(210) }],
    ["lazy draw-1.js", { "main-1.js": "", "draw-1.js": heavy(50) }],
  ])("%s", (name, assets) => {
    const base = mkdtempSync(join(sandbox, "size-"));
    const folder = base.slice(sandbox.length + 1);
    const source = pathToFileURL(resolve("scripts/sizeBudget.mjs")).href;
    write({
      ...Object.fromEntries(
        Object.entries(assets).map(([file, text]) => [`${folder}/dist/assets/${file}`, text]),
      ),
      [`${folder}/dist/index.html`]: page,
      [`${folder}/dist/.vite/manifest.json`]: JSON.stringify({
        "src/draw.tsx": { file: "assets/draw-1.js", isDynamicEntry: "draw-1.js" in assets },
      }),
      [`${folder}/package.json`]: JSON.stringify({ devDependencies: { "@size-limit/file": "*" } }),
      [`${folder}/.size-limit.mjs`]: `import { sizeBudget } from "${source}"; export default sizeBudget("dist");`,
    });
    const report = sizeLimit(base);
    expect(report.filter(({ passed }) => !passed).map((entry) => entry.name)).toEqual([name]);
  });

  /** @param {string} cwd @returns {{ name: string, passed: boolean }[]} */
  function sizeLimit(cwd) {
    const program = resolve("node_modules/size-limit/bin.js");
    try {
      return JSON.parse(execFileSync(process.execPath, [program, "--json"], { cwd }).toString());
    } catch (error) {
      return JSON.parse(/** @type {{ stdout: Buffer }} */ (error).stdout.toString());
    }
  }
});
