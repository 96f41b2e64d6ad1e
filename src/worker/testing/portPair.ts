/**
 * Two connected ports that behave as the two ends of a worker: messages are structured-cloned,
 * buffers in the transfer list move, delivery is asynchronous and in order.
 */
import type { WirePort } from "#/worker/protocol/wire.ts";

export function portPair(): { readonly page: WirePort; readonly host: WirePort } {
  const page: WirePort = { onmessage: null, post: deliver(() => host) };
  const host: WirePort = { onmessage: null, post: deliver(() => page) };
  return { page, host };
}

function deliver(to: () => WirePort): WirePort["post"] {
  return (message, transfer) => {
    const data: unknown = structuredClone(message, { transfer });
    setTimeout(() => to().onmessage?.(data));
  };
}
