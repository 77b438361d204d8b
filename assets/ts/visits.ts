// Loads the counter of visits that the administrator chose (Footer.Counter); without one no page names this file. What a provider's
// own instructions put inline stands here, since the policy allows no inline script.
type Queue = unknown[][];
const tag = document.currentScript as HTMLScriptElement;
const { provider = "", number = "", host = "" } = tag.dataset;
const page = window as unknown as Record<string, unknown>;

function load(src: string, facts: Record<string, string> = {}, then?: () => void): void {
  const script = document.createElement("script");
  script.async = true;
  for (const [name, value] of Object.entries(facts)) script.setAttribute(name, value);
  if (then) script.addEventListener("load", then);
  script.src = src;
  document.head.append(script);
}

switch (provider) {
  case "baidu":
    page._hmt = [] as Queue;
    load(`https://hm.baidu.com/hm.js?${number}`);
    break;
  case "51la":
    load("https://sdk.51.la/js-sdk-pro.min.js", { id: "LA_COLLECT", charset: "UTF-8" }, () => {
      (page.LA as { init(options: { id: string; ck: string }): void } | undefined)?.init({ id: number, ck: number });
    });
    break;
  case "matomo":
    page._paq = [["trackPageView"], ["enableLinkTracking"], ["setTrackerUrl", `https://${host}/matomo.php`], ["setSiteId", number]] as Queue;
    load(`https://${host}/matomo.js`);
    break;
  case "plausible":
    load(`https://${host}/js/script.js`, { "data-domain": number });
    break;
  case "umami":
    load(`https://${host}/script.js`, { "data-website-id": number });
    break;
}
