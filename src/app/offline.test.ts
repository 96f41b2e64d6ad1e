import { describe, expect, it, vi } from "vitest";
import { keepOffline } from "#/app/offline.ts";

const script = new URL("http://localhost/sub/sw.js");

/** A container with a build waiting, as the browser gives it after the second visit. */
function container({ controlled }: { controlled: boolean }) {
  const waiting = { postMessage: vi.fn() };
  const events = new EventTarget();
  const fake = Object.assign(events, {
    controller: controlled ? {} : null,
    register: vi.fn(() => Promise.resolve({ waiting })),
  });
  return { fake: fake as unknown as ServiceWorkerContainer, register: fake.register, waiting };
}

describe("keepOffline", () => {
  it("does nothing where there are no service workers", async () => {
    await expect(keepOffline(undefined, script, vi.fn())).resolves.toBeUndefined();
  });

  it("gives way to a new build at once, then reloads", async () => {
    const { fake, waiting } = container({ controlled: true });
    const reload = vi.fn();
    await keepOffline(fake, script, reload);
    expect(waiting.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
    expect(reload).not.toHaveBeenCalled();
    fake.dispatchEvent(new Event("controllerchange"));
    expect(reload).toHaveBeenCalledOnce();
  });

  it("does not reload a first visit", async () => {
    const { fake, waiting } = container({ controlled: false });
    await keepOffline(fake, script, vi.fn());
    expect(waiting.postMessage).not.toHaveBeenCalled();
  });

  it("goes on when the browser refuses", async () => {
    const { fake, register } = container({ controlled: true });
    register.mockRejectedValue(new DOMException("denied", "SecurityError"));
    await expect(keepOffline(fake, script, vi.fn())).resolves.toBeUndefined();
  });
});
