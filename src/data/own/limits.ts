/**
 * How much is taken in. Not a matter of taste but of a tab's memory: a picture is decoded whole
 * before it is made small, and the set in training stands in memory.
 */

/** Longest side of an image, pixels. */
export const mostSide = 8192;
/** Pixels of an image; decoded, they take four bytes each. */
export const mostPixels = 40e6;
/** Bytes of one image file. */
export const mostFileBytes = 64 * 2 ** 20;
/** Images of one import, and entries of one archive. */
export const mostFiles = 250_000;
/** Bytes of the stored images. */
export const mostSetBytes = 2 ** 30;
/** Bytes that a gzip may unfold to; an IDX file that is not packed has no such limit. */
export const mostGunzippedBytes = 256 * 2 ** 20;
/** An archive that would unfold to more than this, and to more than … */
export const suspiciousBytes = 2 ** 30;
/** … so many times its own size, is a bomb. JPEG and PNG hardly pack at all. */
export const suspiciousRatio = 100;
/** Classes that a label byte tells apart. */
export const mostClasses = 256;
/** Stored bytes of one chunk, and the images it holds at least and at most. */
export const chunkBytes = 8 * 2 ** 20;
export const chunkImages = { least: 1000, most: 6000 } as const;
