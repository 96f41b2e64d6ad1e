/** Adapters that compute on the processor, recognised by the names their drivers give. */

/** SwiftShader, Mesa's rasterisers, and Windows' WARP ("Microsoft Basic Render Driver"). */
const names = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** The flag is absent before Chrome 136, and SwiftShader has to be known by name even then. */
export function isSoftwareAdapter(info: GPUAdapterInfo): boolean {
  return info.isFallbackAdapter || isSoftwareName(adapterName(info));
}

const adapters = new WeakMap<GPUDevice, GPUAdapterInfo>();

/** For browsers whose devices do not tell. */
export function rememberAdapter(device: GPUDevice, info: GPUAdapterInfo): void {
  adapters.set(device, info);
}

/** A device of which nothing is known counts as hardware. */
export function isSoftwareDevice(device: GPUDevice): boolean {
  const { adapterInfo } = device as { readonly adapterInfo?: GPUAdapterInfo };
  const info = adapters.get(device) ?? adapterInfo;
  return info !== undefined && isSoftwareAdapter(info);
}

/** As the browser names it, in what parts it does. */
export function adapterName({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  return [vendor, architecture, device, description].filter((part) => part !== "").join(" ");
}

export function isSoftwareName(name: string): boolean {
  return names.test(name);
}
