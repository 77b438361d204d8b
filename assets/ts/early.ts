import { wear } from "./scheme";

// Loaded before the body, so that a chosen theme doesn't flash the other one on pages that all guests share.
const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie);
if (chosen) wear(chosen[1]!);
document.documentElement.classList.add("js");
