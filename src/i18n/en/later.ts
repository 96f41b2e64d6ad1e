/** English of the two side columns, which are chunks that follow the first paint; this comes with them. */
import { learning } from "./learning.ts";
import { ownImages } from "./ownImages.ts";
import { setup } from "./setup.ts";

export const laterEnglish = { learning, ownImages, setup } as const;
