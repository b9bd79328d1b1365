import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build-program.ts',
    // Each file in modules of its own would compile the language facts anew: twice the time.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
