/** Both forms of the compiled kernels are checked on one adapter, whichever it would be given. */
import { type FormName, pipelinesOf } from "#/engine/compiled/pipelines.ts";
import { webgpuDevice } from "#/engine/tf.ts";

/** For the engines made from here on. @throws where tfjs is not on WebGPU. */
export function useForm(form: FormName): void {
  const device = webgpuDevice();
  if (device === null) throw new Error("no WebGPU device");
  pipelinesOf(device).form = form;
}
