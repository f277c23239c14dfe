/// <reference types="vitest/config" />
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{schema,handbook,control,checks,markdown,terminal,views,commands,bench}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // Tests of the built site: `npm test` builds the sample before it runs them.
        test: {
          name: 'site',
          include: ['test/{site,search}/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
