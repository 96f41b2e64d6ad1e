/** English of the side columns, the further tabs and the faults, which follow the first paint; this comes with them. */
import { bar } from "./bar.ts";
import { classNames } from "./classNames.ts";
import { faults } from "./faults.ts";
import { learning } from "./learning.ts";
import { ownImages } from "./ownImages.ts";
import { setup } from "./setup.ts";
import { tabs } from "./tabs.ts";

export const laterEnglish = { bar, classNames, faults, learning, ownImages, setup, tabs } as const;
