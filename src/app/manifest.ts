/** Reads the manifest for the page: names, thumbnails and landmarks. The pixels are the worker's. */
import { type Manifest, parseManifest } from "#/core/data/manifest.ts";
import type { Fault } from "#/core/fault.ts";
import { type Result, err } from "#/core/result.ts";

export async function loadManifest(dataUrl: string): Promise<Result<Manifest, Fault>> {
  const address = new URL("manifest.json", dataUrl).href;
  try {
    const response = await fetch(address);
    if (!response.ok) return unreadable(`${address}: ${String(response.status)}`);
    const content: unknown = await response.json();
    return parseManifest(content);
  } catch (error) {
    if (!navigator.onLine) return err(offline);
    return unreadable(`${address}: ${String(error)}`);
  }
}

const offline: Fault = {
  code: "offline",
  message: "There is no network, and this page's data has not been visited before.",
  hint: "Connect once, then try again.",
};

function unreadable(detail: string): Result<never, Fault> {
  return err({
    code: "manifest-missing",
    message: `The list of data sets cannot be read (${detail}).`,
    hint: "Check the connection to this server, then try again.",
    values: { detail },
  });
}
