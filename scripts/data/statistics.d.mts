/** @param dimensions pixels times channels */
export function landmarks(
  pixels: Uint8Array,
  dimensions: number,
): { readonly meanImageEntropy: number; readonly greyEntropyFloor: number };
