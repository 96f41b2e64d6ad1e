/** The worker script: the host over this worker's own scope. */
import { openOwnDatabase } from "#/data/own/ownDatabase.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { openBrowserRoom } from "#/worker/host/browserRoom.ts";
import { createClock } from "#/worker/host/clock.ts";
import { createHost } from "#/worker/host/host.ts";
import type { WirePort } from "#/worker/protocol/wire.ts";

const port: WirePort = {
  onmessage: null,
  post: (message, transfer) => postMessage(message, transfer),
};
globalThis.onmessage = (event: MessageEvent<unknown>) => port.onmessage?.(event.data);

createHost({
  port,
  clock: createClock(),
  openRoom: openBrowserRoom,
  fetch: (input, init) => fetch(input, init),
  caches: globalThis.isSecureContext ? globalThis.caches : undefined,
  own: createOwnStore(openOwnDatabase()),
  crash: () =>
    setTimeout(() => {
      throw new Error("simulated crash");
    }),
});
