import { defineConfig } from "@playwright/test";

const walks = /(walk-\w+|crossing)\.spec\.ts$/;

/**
 * Parts of a desktop's browser that a test has no use for. The last two draw the list under its address bar, a second of work with each
 * window; the others are what Playwright turns off, which naming any replaces.
 */
const unused = [
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...[
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
  ],
  ...["NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"],
  ...["TcpPortRandomizationWin", "ThirdPartyStoragePartitioning"],
  ...["WebUIOmniboxAimPopup", "WebUIOmniboxPopup"],
];

const desk = { viewport: { width: 1440, height: 900 } };

/**
 * Journeys in Chromium, started by `npm test` and `npm run e2e`, which make the build and the Postgres that `e2e/support` starts
 * installations from. A journey runs at 1440 pixels; one tagged @phone also at 390, one tagged @phone-only there alone. The walks over
 * all pages come first, because they take longest: what is left for the end keeps all workers busy.
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/journeys",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--disable-dev-shm-usage", `--disable-features=${unused.join()}`],
    },
    locale: "en-GB",
    timezoneId: "Europe/London",
    colorScheme: "light",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    // Recording costs a fifth more of the browser's time: npm run e2e -- <file> --trace retain-on-failure.
    trace: "off",
  },
  projects: [
    { name: "walks", use: desk, testMatch: walks },
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
      grep: /@phone/,
      testIgnore: walks,
    },
    { name: "desktop", use: desk, grepInvert: /@phone-only/, testIgnore: walks },
  ],
});
