/** Takes longer to load than `domSetup.test.tsx` waits. */
await new Promise((resolve) => {
  setTimeout(resolve, 100);
});
