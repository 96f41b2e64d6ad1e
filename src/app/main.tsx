/** The page's first module: composes the application and shows it in the reader's language. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "#/app/App.tsx";
import { bootstrap } from "#/app/bootstrap.ts";
import { showLanguage } from "#/i18n/translate.ts";
import { AppProvider } from "#/state/context.tsx";
import "#/ui/global.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const app = bootstrap();
// Chinese readers should not see English first; if its words cannot be had, English stays.
await showLanguage(app.store.getState().language).catch(() => undefined);
createRoot(root).render(
  <StrictMode>
    <AppProvider app={app}>
      <App />
    </AppProvider>
  </StrictMode>,
);
