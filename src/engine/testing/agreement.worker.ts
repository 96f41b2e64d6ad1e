/**
 * The compiled engine on WebGPU against the reference on wasm, in a worker of a real browser: the
 * systems' models over ten steps, and drawn ones over three. Reports to whoever asked.
 */
import type { BackendReport } from "#/core/backend/report.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import type { FormName } from "#/engine/compiled/pipelines.ts";
import {
  type AgreementCase,
  assertAgreement,
  type Trace,
  trace,
} from "#/engine/testing/agreement.ts";
import { type Draw, drawCase } from "#/engine/testing/draws.ts";
import { foursCases } from "#/engine/testing/foursModels.ts";
import { goldens } from "#/engine/testing/goldens/files.ts";
import type { Golden } from "#/engine/testing/goldens/readGolden.ts";
import { type CheckOutcome, runChecks } from "#/engine/testing/outcome.ts";
import { useForm } from "#/engine/testing/useForm.ts";

interface FormedCase {
  readonly it: AgreementCase | Draw;
  readonly form: FormName;
}

/** One in five is plain, out of step with whatever goes round in the draws. */
const turn = (index: number): FormName => (index % 5 === 2 ? "plain" : "tiled");

export interface AgreementRequest {
  /** Numbers of the draws. */
  readonly draws: { readonly from: number; readonly count: number };
  readonly wasmUrl: string;
}

export interface AgreementOutcome {
  readonly report: BackendReport;
  readonly checks: readonly CheckOutcome[];
}

addEventListener("message", (event: MessageEvent<AgreementRequest>) => {
  // What is thrown outside of a check is the page's error event.
  void answer(event.data).then((outcome) => {
    postMessage(outcome);
  }, reportError);
});

async function answer({ draws, wasmUrl }: AgreementRequest): Promise<AgreementOutcome> {
  const { from, count } = draws;
  const drawn = Array.from({ length: count }, (_, i) => drawCase(from + i));
  const cases: readonly FormedCase[] = [
    ...[...goldens.map(systemCase), ...drawn].map((it, i) => ({ it, form: turn(i) })),
    ...foursCases.flatMap((it) => [
      { it, form: "tiled" as const },
      { it, form: "plain" as const },
    ]),
  ];
  const expected = await referenceTraces(cases, wasmUrl);
  using open = await openBrowserBackend({ asked: "webgpu", gone: [] }, wasmUrl);
  const checks = await runChecks(
    cases.map(({ it, form }, i) => {
      return { name: `${form}: ${describe(it)}`, run: () => agrees(it, form, expected[i]) };
    }),
  );
  return { report: open.report, checks };
}

async function referenceTraces(
  cases: readonly FormedCase[],
  wasmUrl: string,
): Promise<readonly Trace[]> {
  using _open = await openBrowserBackend({ asked: "wasm", gone: [] }, wasmUrl);
  const traces: Trace[] = [];
  for (const { it } of cases) traces.push(await trace(it, "reference"));
  return traces;
}

async function agrees(it: AgreementCase, form: FormName, expected: Trace | undefined) {
  if (expected === undefined) throw new Error("no reference");
  useForm(form);
  assertAgreement(it, await trace(it, "compiled"), expected);
}

/** Ten steps of a system, its layers narrowed. */
function systemCase({ preset, vae, config }: Golden): AgreementCase {
  const { objective, optimizer } = config;
  const { beta, freeBits } = objective;
  const { learningRate, clip } = optimizer;
  const settings = { beta, freeBits, learningRate, clip };
  const counts = [7, 7, 7, 7, 7, 7, 7, 7, 7, 5];
  return { name: preset, vae, objective, optimizer, settings, most: 7, counts, seed: 11 };
}

function describe(it: AgreementCase | Draw): string {
  if (!("spec" in it)) return it.name;
  const { name, spec, vae, objective, optimizer, settings, most, counts } = it;
  const all = { image: vae.image, spec, objective, optimizer, settings, most, counts };
  return `${name}: ${JSON.stringify(all)}`;
}
