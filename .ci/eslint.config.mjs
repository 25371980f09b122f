// What the house holds its scripts to besides types: nothing unused or unknown, and the bars of Python.
import js from "@eslint/js";

const BROWSER = [
  "Blob", "CSS", "CSSStyleSheet", "CustomEvent", "DecompressionStream", "Event", "FileReader", "HTMLElement", "Image", "Intl", "MutationObserver", "Node", "Option",
  "Path2D",  "ResizeObserver", "Response", "URL", "URLSearchParams", "XMLSerializer", "atob", "clearTimeout", "console", "document",
  "getComputedStyle", "history", "location", "matchMedia", "navigator", "performance", "queueMicrotask", "requestAnimationFrame",
  "requestIdleCallback", "scrollTo", "setTimeout", "structuredClone", "window",
];

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])) },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-control-regex": "off",
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
    },
  },
  { files: ["**/first.js", "**/site_search.js"], languageOptions: { sourceType: "script" } },
];
