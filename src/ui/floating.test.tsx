import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Menu } from "./Menu.tsx";
import { Popover } from "./Popover.tsx";
import { Tip } from "./Tip.tsx";

// Lazy chunks are compiled on first use, which on a busy machine outlasts a query's patience.
beforeAll(async () => {
  await Promise.all([import("./MenuBody.tsx"), import("./PopoverBody.tsx")]);
});

describe("Menu", () => {
  it("opens, runs a command and gives the focus back", async () => {
    const onSelect = vi.fn();
    render(
      <Menu
        label="Step"
        button={{ children: "Step" }}
        entries={[{ kind: "action", label: "10 batches", onSelect }]}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Step" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "10 batches" }));
    expect(onSelect).toHaveBeenCalledOnce();
    await waitFor(() => {
      expect(screen.queryByRole("menu")).toBeNull();
    });
    expect(screen.getByRole("button", { name: "Step" })).toHaveFocus();
  });

  it("shows checks and choices as they stand, and closes on Escape", async () => {
    render(
      <Menu
        label="More"
        button={{ children: "More" }}
        entries={[
          { kind: "check", label: "Shortcuts", checked: true, onChange: vi.fn() },
          {
            kind: "choice",
            label: "Speed",
            value: "0",
            options: [
              { value: "0", label: "Full" },
              { value: "100", label: "10 a second" },
            ],
            onChange: vi.fn(),
          },
        ]}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    expect(await screen.findByRole("menuitemcheckbox", { name: "Shortcuts" })).toBeChecked();
    expect(screen.getByRole("menuitemradio", { name: "Full" })).toBeChecked();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("menu")).toBeNull();
    });
  });
});

describe("Popover", () => {
  it("opens a named panel and closes by its button", async () => {
    render(
      <Popover label="Share" button={{ children: "Share" }}>
        {() => <p>the link</p>}
      </Popover>,
    );
    const button = screen.getByRole("button", { name: "Share" });
    await userEvent.click(button);
    expect(await screen.findByRole("dialog", { name: "Share" })).toHaveTextContent("the link");
    await userEvent.click(button);
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });
});

describe("Tip", () => {
  it("shows the sentence and the term in the other language", async () => {
    render(
      <Tip term="common.term.latentSpace" text="Where pictures become numbers.">
        latent space
      </Tip>,
    );
    await userEvent.hover(screen.getByRole("button", { name: "latent space" }));
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Where pictures become numbers.");
    expect(await screen.findByText("隐空间")).toHaveAttribute("lang", "zh-CN");
  });
});
