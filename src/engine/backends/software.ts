/** Adapters that compute on the processor, recognised by the names their drivers give. */

/** SwiftShader, Mesa's rasterisers, and Windows' WARP ("Microsoft Basic Render Driver"). */
const names = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

export function isSoftwareName(name: string): boolean {
  return names.test(name);
}
