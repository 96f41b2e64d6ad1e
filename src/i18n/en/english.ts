/** English that the first paint shows: it travels with the page, which never waits for its own words. */
import { app } from "./app.ts";
import { common } from "./common.ts";
import { latent } from "./latent.ts";
import { training } from "./training.ts";
import { views } from "./views.ts";

export const english = { app, common, latent, training, views } as const;
