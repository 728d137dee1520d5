import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The window loads the screens from its own protocol, where the root is not the root of a host.
  base: './',
  // Otherwise Vite wipes the messages of the Rust compiler during `tauri dev`.
  clearScreen: false,
  resolve: {
    alias: {
      '@docs': fileURLToPath(new URL('../docs', import.meta.url)),
      '@locales': fileURLToPath(new URL('../locales', import.meta.url)),
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // tauri.conf.json names this very port.
    strictPort: true,
    fs: { allow: ['.', '../docs', '../locales'] },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari16', 'chrome111'],
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    // It would be an extra script for browsers older than any webview we run in.
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    restoreMocks: true,
    // axe reads whole pages: on a machine with other work that takes longer than the five seconds that are usual.
    testTimeout: 60_000,
  },
});
