// `npm run check`: what the style sheets use must be in every browser that is served (Chromium 109, Safari 16.4, Firefox 115:
// Baseline 2022), stand behind @supports, or be named here with what happens without it.
import css from "@eslint/css";

export default [{
  files: ["wwwroot/build/*.css"],
  language: "css/css",
  languageOptions: { tolerant: true },
  plugins: { css },
  rules: {
    "css/use-baseline": ["error", {
      available: 2022,
      // In Chromium 105, Safari 16.0 and Firefox 110, so in all that are served, though Baseline counts it from 2023.
      allowAtRules: ["container", "page"],
      allowProperties: [
        "container",
        // Old in all three; Baseline waits for one more browser or for one more value.
        "accent-color", "outline", "user-select", "resize", "forced-color-adjust",
        // Inside @supports selector(::details-content): without it the fold has a summary to press.
        "content-visibility",
        // Niceties of setting text: without them lines break or stand a little less well, and nothing moves or vanishes.
        "text-autospace", "text-spacing-trim", "text-wrap", "hanging-punctuation",
        // A row that scrolls sideways shows its bar in Safari before 18.2.
        "scrollbar-width",
        // Print: pages break a little less well.
        "orphans", "widows",
        // A text area that grows: without it one drags its corner.
        "field-sizing",
      ],
      // Inside @supports: without it a mark's outline has its full colour.
      allowFunctions: ["color-mix"],
      allowPropertyValues: { "break-after": ["avoid-page"], "break-before": ["avoid-page"], "break-inside": ["avoid-page"] },
      allowSelectors: ["selection"],
    }],
  },
}];
