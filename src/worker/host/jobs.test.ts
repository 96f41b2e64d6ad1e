import { expect, it } from "vitest";
import { createJobs, TimedJobs, type JobKind } from "#/worker/host/jobs.ts";

it("runs one job at a time: answers, pictures, then steps and evaluations in turn", async () => {
  const jobs = createJobs();
  const order: string[] = [];
  let running = 0;
  const add = (kind: JobKind, name: string) =>
    jobs.run(kind, async () => {
      expect(++running).toBe(1);
      await Promise.resolve();
      order.push(name);
      running--;
    });
  await Promise.all([
    add("training", "step 1"),
    add("evaluation", "evaluation"),
    add("training", "step 2"),
    add("preview", "picture"),
    add("answer", "answer 1"),
    add("answer", "answer 2"),
  ]);
  expect(order).toEqual(["answer 1", "answer 2", "picture", "step 1", "evaluation", "step 2"]);
});

it("gives steps as much time beside two evaluations as beside one", async () => {
  const jobs = createJobs();
  const order: string[] = [];
  const again = async (kind: JobKind, name: string) => {
    for (let i = 0; i < 4; i++) await jobs.run(kind, () => order.push(name));
  };
  await Promise.all([again("evaluation", "a"), again("evaluation", "b"), again("training", "s")]);
  expect(order.slice(0, 8).filter((name) => name === "s")).toHaveLength(4);
});

it("measures its own jobs, not those in between", async () => {
  const time = { ms: 0, now: () => time.ms };
  const jobs = createJobs();
  const timed = new TimedJobs(jobs, time);
  const spend = (ms: number) => () => (time.ms += ms);
  await Promise.all([
    timed.run("preview", spend(5)),
    jobs.run("answer", spend(100)),
    timed.run("training", spend(2)),
  ]);
  expect(timed.ms).toBe(7);
});

it("frees the place of a cancelled job, and goes on after one that fails", async () => {
  const jobs = createJobs();
  const abort = new AbortController();
  let open = () => {};
  const gate = jobs.run("training", () => new Promise<void>((resolve) => (open = resolve)));
  await Promise.resolve();
  let ran = false;
  const cancelled = jobs.run("answer", () => (ran = true), abort.signal);
  const failing = jobs.run("answer", () => Promise.reject(new Error("no")));
  const after = jobs.run("answer", () => 7);
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
  await expect(jobs.run("answer", () => 1, abort.signal)).rejects.toMatchObject({
    code: "cancelled",
  });
  open();
  await gate;
  await expect(failing).rejects.toThrow("no");
  expect(await after).toBe(7);
  expect(ran).toBe(false);
});
