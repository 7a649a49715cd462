import { defineConfig } from '@playwright/test';
import { administrator, dataDirectory, port } from './e2e/service';

/** Journeys run on the production build, started as an operator starts it, on a new record with the starter facts. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.CORNERSTONE_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.CORNERSTONE_TEST_REPORT }]]
    : [['list']],
  globalSetup: './e2e/add-people.ts',
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    video: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  webServer: {
    command: 'node bin/cornerstone start',
    url: `http://localhost:${port}/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
    env: {
      ...process.env,
      PORT: String(port),
      CORNERSTONE_DATA_DIR: dataDirectory,
      CORNERSTONE_ADMIN_EMAIL: administrator.email,
      CORNERSTONE_ADMIN_PASSWORD: administrator.password,
    },
  },
});
