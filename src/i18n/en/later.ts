/** English of the side columns and the further tabs, which follow the first paint; this comes with them. */
import { classNames } from "./classNames.ts";
import { learning } from "./learning.ts";
import { ownImages } from "./ownImages.ts";
import { setup } from "./setup.ts";
import { tabs } from "./tabs.ts";

export const laterEnglish = { classNames, learning, ownImages, setup, tabs } as const;
