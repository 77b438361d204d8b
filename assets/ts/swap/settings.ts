// Read by htmx while it starts, so this module comes before it. The policy allows neither inline styles nor eval.
const meta = document.createElement("meta");
meta.name = "htmx-config";
meta.content = JSON.stringify({ includeIndicatorCSS: false, defaultSettleDelay: 0, defaultTimeout: 30_000 });
document.head.append(meta);

export {};
