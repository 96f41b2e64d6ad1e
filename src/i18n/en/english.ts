/** All English texts, by area. They travel with the page, so it never waits for its own words. */
import { app } from "./app.ts";
import { common } from "./common.ts";
import { faults } from "./faults.ts";
import { latent } from "./latent.ts";
import { learning } from "./learning.ts";
import { setup } from "./setup.ts";
import { training } from "./training.ts";
import { views } from "./views.ts";

export const english = { app, common, faults, latent, learning, setup, training, views } as const;
