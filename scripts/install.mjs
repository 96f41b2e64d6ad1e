/**
 * Brings node_modules up to the lock file. Uses Node alone: it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }>} */
const packagesIn = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

/** What is wanted is there in the version wanted. Optional ones are for other systems. */
function isComplete() {
  const installedList = "node_modules/.package-lock.json";
  if (!existsSync(installedList)) return false;
  const installed = packagesIn(installedList);
  return Object.entries(packagesIn("package-lock.json")).every(
    ([path, { version, optional }]) =>
      path === "" || optional === true || installed[path]?.version === version,
  );
}

/** Run from the project's root. */
export function installIfNeeded() {
  if (isComplete()) return;
  // `ci` gives exactly the lock file; `install` spares what is there already.
  const command = existsSync("node_modules") ? ["install", "--no-save"] : ["ci"];
  console.log("Installing dependencies …");
  const { status } = spawnSync("npm", command, {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
