import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['test/e2e/**/*.test.ts'], globalSetup: ['/tmp/h/ukur-setup.ts'], testTimeout: 120000, hookTimeout: 240000, fileParallelism: false, expect: { requireAssertions: true } } });
