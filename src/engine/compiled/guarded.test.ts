import { expect, it, vi } from "vitest";
import { EngineError } from "#/core/fault.ts";
import { guarded, guardedCalls } from "#/engine/compiled/guarded.ts";

/** Scopes as WebGPU keeps them: each error goes to the innermost that asks for its kind. */
function fakeDevice() {
  const open: { filter: GPUErrorFilter; error: GPUError | null }[] = [];
  return {
    open,
    pushErrorScope(filter: GPUErrorFilter): undefined {
      open.push({ filter, error: null });
    },
    popErrorScope: () => Promise.resolve(open.pop()?.error ?? null),
    complain(filter: GPUErrorFilter, message: string) {
      const scope = open.findLast((one) => one.filter === filter);
      if (scope !== undefined) scope.error ??= { message } as GPUError;
    },
  };
}

it("hands out what was made where the device has no complaint", async () => {
  const device = fakeDevice();
  const made = { [Symbol.dispose]: vi.fn() };
  expect(await guarded(device, () => Promise.resolve(made))).toBe(made);
  expect(made[Symbol.dispose]).not.toHaveBeenCalled();
  expect(device.open).toEqual([]);
});

it("disposes it and rejects with the device's words where it has one, of any kind", async () => {
  for (const filter of ["out-of-memory", "validation", "internal"] as const) {
    const device = fakeDevice();
    const made = { [Symbol.dispose]: vi.fn() };
    const making = guarded(device, async () => {
      await Promise.resolve();
      device.complain(filter, `no ${filter}`);
      return made;
    });
    await expect(making).rejects.toThrow(`no ${filter}`);
    expect(made[Symbol.dispose]).toHaveBeenCalledOnce();
    expect(device.open).toEqual([]);
  }
});

it("rejects with what went wrong in making it, and leaves no scope behind", async () => {
  const device = fakeDevice();
  const making = guarded(device, () => {
    device.complain("validation", "a consequence");
    return Promise.reject(new Error("the cause"));
  });
  await expect(making).rejects.toThrow("the cause");
  expect(device.open).toEqual([]);
});

it("does not wait for the words of a device that is lost", async () => {
  const device = {
    pushErrorScope: () => undefined,
    popErrorScope: () => Promise.reject(new DOMException("lost", "OperationError")),
  };
  const made = { [Symbol.dispose]: vi.fn() };
  expect(await guarded(device, () => Promise.resolve(made))).toBe(made);
});

it("joins what went wrong with what the device had to say of it", async () => {
  const device = fakeDevice();
  const making = guarded(device, () => {
    device.complain("validation", "too many bindings");
    return Promise.reject(new Error("[Invalid PipelineLayout] is invalid"));
  });
  await expect(making).rejects.toThrow("[Invalid PipelineLayout] is invalid: too many bindings");
});

it("hands on a fault as it is", async () => {
  const device = fakeDevice();
  const fault = new EngineError({
    code: "weights-invalid",
    message: "no weight",
    hint: "give one",
  });
  const making = guarded(device, () => {
    device.complain("validation", "a consequence");
    return Promise.reject(fault);
  });
  await expect(making).rejects.toBe(fault);
});

it("guards calls alone: what others do while a promise is pending is not held against it", async () => {
  const device = fakeDevice();
  let end = (_made: string) => {};
  const work = new Promise<string>((resolve) => (end = resolve));
  const called = guardedCalls(device, () => work);
  expect(device.open).toEqual([]);
  device.complain("validation", "another's");
  end("made");
  expect(await called).toBe("made");
  const refused = guardedCalls(device, () => {
    device.complain("out-of-memory", "no room");
  });
  await expect(refused).rejects.toThrow("no room");
  const thrown = guardedCalls(device, () => {
    device.complain("validation", "the cause");
    throw new Error("a consequence");
  });
  await expect(thrown).rejects.toThrow("a consequence: the cause");
  expect(device.open).toEqual([]);
});
